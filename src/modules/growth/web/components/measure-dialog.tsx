import {
  Alert,
  Button,
  Checkbox,
  Collapse,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ageOn, type Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { useShortcut } from '#platform/web/keyboard.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DayField } from '#ui/day-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useToast } from '#ui/undo-toast.tsx'
import type { GrowthOfChild, StoredMeasurement } from '../../shared/contract.ts'
import type { Doubt } from '../../shared/doubts.ts'
import { growthWords } from '../../shared/messages.ts'
import { growthMessages } from '../../shared/messages-pages.ts'
import { afterMeasuring, recordMeasurement, standardQuery, undoMeasurement } from '../requests.ts'
import { usualPosition } from '../../shared/chart-lines.ts'
import {
  isNothing,
  lookAt,
  type Looked,
  type MeasureField,
  nothingTyped,
  toMeasured,
  toRequest,
  type TypedMeasures,
  wrongFields,
} from './measuring.ts'
import { ClassBadges, zText } from './words.tsx'

type Form = TypedMeasures & { id: string; measuredOn: Day | undefined; positionChosen: boolean }

function useForm({ bornOn, today }: GrowthOfChild) {
  const [form, setForm] = useState<Form>(() => {
    const position = usualPosition(ageOn(bornOn, today).days)
    return { ...nothingTyped, id: newId(), measuredOn: today, position, positionChosen: false }
  })
  const change = (part: Partial<Form>) =>
    setForm((before) => {
      const next = { ...before, ...part, id: newId() }
      const usual =
        next.measuredOn && next.measuredOn >= bornOn
          ? usualPosition(ageOn(bornOn, next.measuredOn).days)
          : next.position
      return next.positionChosen ? next : { ...next, position: usual }
    })
  return { form, change }
}

/** The measurement of that day that stands, and the last one before it. */
function around(measurements: readonly StoredMeasurement[], day: Day | undefined) {
  const standing = measurements.filter(({ undoneAt }) => undoneAt === null)
  return {
    ofDay: standing.find(({ measuredOn }) => measuredOn === day),
    before: standing.find(({ measuredOn }) => day !== undefined && measuredOn < day),
  }
}

function useMeasuring(growth: GrowthOfChild, onClose: () => void) {
  const { form, change } = useForm(growth)
  const { data: standard } = useQuery(standardQuery)
  const save = useSave(growth, onClose)
  const measured = toMeasured(form)
  const { ofDay, before } = around(growth.measurements, form.measuredOn)
  const { measuredOn } = form
  const looked =
    standard && measuredOn ? lookAt(standard, growth, measuredOn, { measured, before }) : undefined
  const doubts = looked?.doubts ?? []
  const wrong = wrongFields(form)
  const mayUse = wrong.length === 0 && !isNothing(measured) && measuredOn !== undefined
  const send = () => {
    if (!mayUse || save.isPending) return
    const place = { childId: growth.childId, measuredOn, sessionId: null, replaces: ofDay?.id ?? null }
    save.mutate(toRequest(measured, { id: form.id, confirmed: doubts, ...place }))
  }
  return { form, change, save, looked, doubts, wrong, mayUse, send }
}

/** All measures of one child on one day; the result is shown before it is saved. */
export function MeasureDialog({ growth, onClose }: { growth: GrowthOfChild; onClose: () => void }) {
  const t = useMessages(growthMessages)
  const { form, change, save, looked, doubts, wrong, mayUse, send } = useMeasuring(growth, onClose)
  useShortcut('mod+enter', send)
  return (
    <Dialog onClose={onClose} title={t('growth.record')} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Stack>
          <DayField
            label={t('growth.measured-on')}
            value={form.measuredOn}
            min={growth.bornOn}
            max={growth.today}
            required
            onChange={(measuredOn) => change({ measuredOn })}
          />
          <MeasureFields form={form} wrong={wrong} onChange={change} />
          {mayUse && looked ? <Result looked={looked} doubts={doubts} /> : null}
          <ProblemNote problem={save.error} />
          <Button
            type="submit"
            disabled={!mayUse}
            loading={save.isPending}
            variant={doubts.length > 0 ? 'outline' : 'filled'}
          >
            {t(doubts.length > 0 ? 'growth.save-anyway' : 'growth.save')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  )
}

function useSave({ fullName }: GrowthOfChild, onClose: () => void) {
  const t = useMessages(growthMessages)
  const queries = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: recordMeasurement,
    onSuccess: async ({ childId, id }) => {
      const undo = async () => {
        await undoMeasurement(childId, id)
        await afterMeasuring(queries)
      }
      toast({ text: t('growth.saved', { name: fullName }), onUndo: () => void undo() })
      await afterMeasuring(queries)
      onClose()
    },
  })
}

type FieldsProps = { form: Form; wrong: readonly MeasureField[]; onChange: (part: Partial<Form>) => void }

function MeasureFields({ form, wrong, onChange }: FieldsProps) {
  const t = useMessages(growthMessages)
  const [more, setMore] = useState(false)
  const field = (name: MeasureField) => (
    <TextInput
      label={t(`growth.${name}`)}
      inputMode="decimal"
      autoComplete="off"
      value={form[name]}
      error={wrong.includes(name) ? t('growth.not-a-number') : undefined}
      data-autofocus={name === 'weight' || undefined}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {field('weight')}
        {field('lenhei')}
      </SimpleGrid>
      <SegmentedControl
        aria-label={t('growth.position')}
        value={form.position}
        onChange={(value) =>
          onChange({ position: value === 'lying' ? 'lying' : 'standing', positionChosen: true })
        }
        data={[
          { value: 'lying', label: t('growth.lying') },
          { value: 'standing', label: t('growth.standing') },
        ]}
      />
      {field('arm')}
      <Checkbox
        label={t('growth.oedema')}
        checked={form.oedema}
        onChange={(event) => onChange({ oedema: event.currentTarget.checked })}
      />
      <Button variant="subtle" onClick={() => setMore(!more)} aria-expanded={more}>
        {t('growth.more-measures')}
      </Button>
      <Collapse expanded={more}>
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          {field('head')}
          {field('triceps')}
          {field('subscapular')}
        </SimpleGrid>
      </Collapse>
    </>
  )
}

function Result({ looked, doubts }: { looked: Looked; doubts: readonly Doubt[] }) {
  const t = useMessages(growthMessages)
  const w = useMessages(growthWords)
  const { scores, classes } = looked.assessment
  const shown = (['wei', 'len', 'wfl', 'bmi'] as const).filter((index) => scores[index])
  return (
    <div role="status">
      <ClassBadges classes={classes} />
      {shown.map((index) => (
        <Text key={index}>
          {t(`growth.index-${index}`)}: {zText(scores[index]?.z ?? null)}
        </Text>
      ))}
      {doubts.length > 0 ? (
        <Alert color="red" mt="xs">
          {doubts.map((doubt) => (
            <Text key={doubt}>{w(`growth.doubt-${doubt}`)}</Text>
          ))}
        </Alert>
      ) : null}
    </div>
  )
}
