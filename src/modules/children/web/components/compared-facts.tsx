import { Radio, Table, Text } from '@mantine/core'
import { formatDay, vietnamDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import type { Child } from '../../shared/contract.ts'
import type { ComparedPair, TakenField } from '../../shared/contract-merge.ts'
import { ethnicName } from '../../shared/ethnic-groups.ts'
import { mergeMessages } from '../../shared/messages-merge.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { useBirthWords } from './child-words.tsx'

export type ComparedFactsProps = {
  kept: Child
  merged: Child
  /** The columns keep their places when the kept record changes. */
  isFirstKept: boolean
  records: ComparedPair['records']
  take: readonly TakenField[]
  onTake: (take: TakenField[]) => void
}

type Fact = { label: string; field: TakenField | undefined; of: (child: Child) => string | null | undefined }

/** Every fact of both records; where they differ a radio chooses which one stays. */
export function ComparedFacts({ kept, merged, isFirstKept, records, take, onTake }: ComparedFactsProps) {
  const t = useMessages(mergeMessages)
  const facts = useFacts()
  const sides = isFirstKept ? [kept, merged] : [merged, kept]
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table className="children-compared" role="table" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('children.merge-fact')}</Table.Th>
            {sides.map((side) => (
              <Table.Th key={side.id} scope="col">
                {side.fullName}
                {side === kept ? <Text c="dimmed">{t('children.merge-kept')}</Text> : null}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {facts.map((fact) => (
            <FactRow key={fact.label} fact={fact} {...{ kept, merged, sides, take, onTake }} />
          ))}
          {records.map((record) => (
            <Table.Tr key={record.kind}>
              <Table.Th scope="row">{t(recordKey(record.kind))}</Table.Th>
              <Table.Td>{record.child}</Table.Td>
              <Table.Td>{record.other}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

type FactRowProps = Pick<ComparedFactsProps, 'kept' | 'merged' | 'take' | 'onTake'> & {
  fact: Fact
  sides: readonly Child[]
}

function FactRow({ fact: { label, field, of }, kept, merged, sides, take, onTake }: FactRowProps) {
  const t = useMessages(mergeMessages)
  const isSame = of(kept) === of(merged)
  const set = (one: TakenField, isTaken: boolean) =>
    onTake(isTaken ? [...take, one] : take.filter((other) => other !== one))
  return (
    <Table.Tr data-differs={!isSame || undefined}>
      <Table.Th scope="row">
        {label}
        {isSame ? null : <Text c="dimmed">{t('children.merge-differs')}</Text>}
      </Table.Th>
      {sides.map((side) => (
        <Table.Td key={side.id}>
          {field && !isSame ? (
            <Radio
              name={field}
              checked={(side === merged) === take.includes(field)}
              onChange={() => set(field, side === merged)}
              label={of(side) ?? '–'}
            />
          ) : (
            (of(side) ?? '–')
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  )
}

const recordKeys = [
  'children.merge-records-children.circumstances',
  'children.merge-records-growth.measurements',
  'children.merge-records-children.births',
  'children.merge-records-children.facts',
  'children.merge-records-privacy.consents',
  'children.merge-records-privacy.breach_children',
  'children.merge-records-screening.records',
  'children.merge-records-services.records',
] as const

function recordKey(kind: string): (typeof recordKeys)[number] {
  return recordKeys.find((key) => key.endsWith(kind)) ?? 'children.merge-records-services.records'
}

/** `Y Blơi 0912345678; A Thiên`; null when nobody is known. */
function carersOf({ carers }: Child): string | null {
  return carers.map(({ fullName, phone }) => [fullName, phone].filter(Boolean).join(' ')).join('; ') || null
}

function useFacts(): Fact[] {
  const t = useMessages(childrenMessages)
  const words = useMessages(mergeMessages)
  const birthWords = useBirthWords()
  const yesNo = (value: boolean) => t(value ? 'children.yes' : 'children.no')
  return [
    { label: t('children.full-name'), field: 'fullName', of: ({ fullName }) => fullName },
    { label: t('children.born-on'), field: 'bornOn', of: birthWords },
    { label: t('children.sex'), field: 'sex', of: ({ sex }) => t(`children.sex-${sex}`) },
    { label: t('children.personal-id'), field: undefined, of: ({ personalId }) => personalId },
    {
      label: t('children.village'),
      field: undefined,
      of: ({ villageName, communeName }) => villageName ?? communeName,
    },
    { label: t('children.household'), field: 'householdCode', of: ({ householdCode }) => householdCode },
    {
      label: t('children.ethnic'),
      field: 'ethnicCode',
      of: ({ ethnicCode }) => (ethnicCode ? ethnicName(ethnicCode) : null),
    },
    { label: t('children.address'), field: 'address', of: ({ address }) => address },
    {
      label: t('children.poverty'),
      field: 'poverty',
      of: ({ poverty }) => (poverty ? t(`children.poverty-${poverty}`) : null),
    },
    {
      label: t('children.education'),
      field: 'education',
      of: ({ education }) => (education ? t(`children.education-${education}`) : null),
    },
    { label: t('children.disabled'), field: 'disabled', of: ({ disabled }) => yesNo(disabled) },
    {
      label: t('children.special'),
      field: 'specialCircumstance',
      of: ({ specialCircumstance }) => yesNo(specialCircumstance),
    },
    {
      label: t('children.carers'),
      field: undefined,
      of: carersOf,
    },
    {
      label: words('children.merge-registered'),
      field: undefined,
      of: ({ registeredAt }) => formatDay(vietnamDay(new Date(registeredAt))),
    },
  ]
}
