import { ActionIcon, Button, Fieldset, Group, Select, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { newId } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { CarerRelation } from '../../shared/contract.ts'
import { childrenMessages } from '../../shared/messages.ts'
import type { ChildForm, FormFaults } from '../child-form.ts'

type Carer = ChildForm['carers'][number]

type CarerFieldsProps = { carers: Carer[]; faults: FormFaults; onChange: (carers: Carer[]) => void }

const mostCarers = 6

/** Mother, father and others who care for the child. */
export function CarerFields({ carers, faults, onChange }: CarerFieldsProps) {
  const t = useMessages(childrenMessages)
  const change = (id: string, part: Partial<Carer>) =>
    onChange(carers.map((carer) => (carer.id === id ? { ...carer, ...part } : carer)))
  const relation = carers.some((carer) => carer.relation === 'mother') ? 'father' : 'mother'
  return (
    <Fieldset legend={t('children.carers')}>
      <Stack gap="md">
        {carers.map((carer) => (
          <OneCarer
            key={carer.id}
            carer={carer}
            isPhoneWrong={faults[`phone.${carer.id}`] !== undefined}
            onChange={(part) => change(carer.id, part)}
            onRemove={() => onChange(carers.filter(({ id }) => id !== carer.id))}
          />
        ))}
        {carers.length < mostCarers ? (
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={20} aria-hidden />}
              onClick={() => onChange([...carers, { id: newId(), fullName: '', relation, phone: '' }])}
            >
              {t('children.carer-add')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Fieldset>
  )
}

type OneCarerProps = {
  carer: Carer
  isPhoneWrong: boolean
  onChange: (part: Partial<Carer>) => void
  onRemove: () => void
}

function OneCarer({ carer, isPhoneWrong, onChange, onRemove }: OneCarerProps) {
  const t = useMessages(childrenMessages)
  const relations = CarerRelation.options.map((value) => ({ value, label: t(`children.relation-${value}`) }))
  return (
    <div className="children-carer">
      <Select
        label={t('children.relation')}
        data={relations}
        value={carer.relation}
        allowDeselect={false}
        onChange={(value) => onChange({ relation: CarerRelation.catch('other').parse(value) })}
      />
      <TextInput
        label={t('children.carer-name')}
        className="children-carer-name"
        value={carer.fullName}
        autoComplete="off"
        maxLength={100}
        onChange={(event) => onChange({ fullName: event.currentTarget.value })}
      />
      <TextInput
        label={t('children.phone')}
        value={carer.phone}
        inputMode="tel"
        autoComplete="off"
        error={isPhoneWrong ? t('children.fault-phone-wrong') : undefined}
        onChange={(event) => onChange({ phone: event.currentTarget.value })}
      />
      <ActionIcon
        size={44}
        color="gray"
        aria-label={t('children.carer-remove', {
          name: carer.fullName || t(`children.relation-${carer.relation}`),
        })}
        onClick={onRemove}
      >
        <IconTrash size={22} aria-hidden />
      </ActionIcon>
    </div>
  )
}
