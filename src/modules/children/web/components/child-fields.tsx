import { Checkbox, Radio, Select, Stack, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { todayHere } from '#ui/today-here.ts'
import { Education, Poverty, Sex } from '../../shared/contract.ts'
import { ethnicGroups } from '../../shared/ethnic-groups.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { specialCircumstances } from '../../shared/special-circumstances.ts'
import type { ChildForm, FormFaults } from '../child-form.ts'
import { BirthField } from './birth-field.tsx'
import { CarerFields } from './carer-fields.tsx'
import { useAgeWords } from './child-words.tsx'
import { PlaceFields } from './place-fields.tsx'

export type ChildFieldsProps = {
  form: ChildForm
  /** Only those that may be shown: fields that were left, or all after a try to save. */
  faults: FormFaults
  onChange: (part: Partial<ChildForm>) => void
}

/** All fields of a child in one column, the required ones first. */
export function ChildFields(props: ChildFieldsProps) {
  const { form, faults, onChange } = props
  return (
    <Stack gap="md">
      <WhoFields {...props} />
      <PlaceFields
        value={{ communeId: form.communeId, villageId: form.villageId }}
        onChange={onChange}
        error={useFault(faults['place'])}
      />
      <CarerFields carers={form.carers} faults={faults} onChange={(carers) => onChange({ carers })} />
      <HouseholdFields {...props} />
    </Stack>
  )
}

function useFault(fault: FormFaults[string]): string | undefined {
  const t = useMessages(childrenMessages)
  return fault ? t(`children.fault-${fault}`) : undefined
}

function WhoFields(props: ChildFieldsProps) {
  return (
    <>
      <NameFields {...props} />
      <BirthFields {...props} />
    </>
  )
}

function NameFields({ form, faults, onChange }: ChildFieldsProps) {
  const t = useMessages(childrenMessages)
  return (
    <>
      <TextInput
        label={t('children.full-name')}
        required={!form.unnamed}
        disabled={form.unnamed}
        value={form.fullName}
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
        maxLength={100}
        error={useFault(faults['fullName'])}
        onChange={(event) => onChange({ fullName: event.currentTarget.value })}
      />
      <Checkbox
        label={t('children.unnamed')}
        checked={form.unnamed}
        onChange={(event) => onChange({ unnamed: event.currentTarget.checked })}
      />
    </>
  )
}

function BirthFields({ form, faults, onChange }: ChildFieldsProps) {
  const t = useMessages(childrenMessages)
  const ageWords = useAgeWords()
  const age: ReactNode =
    form.bornOn && !faults['bornOn'] && form.bornOn <= todayHere()
      ? t('children.age-now', { age: ageWords(form.bornOn) })
      : undefined
  const numberFault = useFault(faults['personalId'])
  return (
    <>
      <BirthField
        label={t('children.born-on')}
        value={form.bornOn ? { bornOn: form.bornOn, bornPrecision: form.bornPrecision } : undefined}
        description={age ?? t('children.born-how')}
        error={useFault(faults['bornOn'])}
        onChange={(birth) =>
          onChange({ bornOn: birth?.bornOn, bornPrecision: birth?.bornPrecision ?? 'day' })
        }
      />
      <Radio.Group
        label={t('children.sex')}
        required
        value={form.sex ?? ''}
        error={useFault(faults['sex'])}
        onChange={(value) => onChange({ sex: Sex.safeParse(value).data })}
      >
        <div className="children-radios">
          {Sex.options.map((value) => (
            <Radio key={value} value={value} label={t(`children.sex-${value}`)} />
          ))}
        </div>
      </Radio.Group>
      {form.numberHidden ? null : (
        <TextInput
          label={t('children.personal-id')}
          description={t('children.personal-id-how')}
          value={form.personalId}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          error={numberFault}
          onChange={(event) => onChange({ personalId: event.currentTarget.value })}
        />
      )}
    </>
  )
}

function HouseholdFields({ form, onChange }: ChildFieldsProps) {
  const t = useMessages(childrenMessages)
  return (
    <>
      <SearchSelect
        label={t('children.ethnic')}
        choices={ethnicGroups.map(({ code, name }) => ({ value: code, label: name }))}
        value={form.ethnicCode}
        onChange={(ethnicCode) => onChange({ ethnicCode })}
        clearable
      />
      <TextInput
        label={t('children.household')}
        value={form.householdCode}
        maxLength={30}
        onChange={(event) => onChange({ householdCode: event.currentTarget.value })}
      />
      <TextInput
        label={t('children.address')}
        value={form.address}
        maxLength={200}
        onChange={(event) => onChange({ address: event.currentTarget.value })}
      />
      <Select
        label={t('children.poverty')}
        data={Poverty.options.map((value) => ({ value, label: t(`children.poverty-${value}`) }))}
        value={form.poverty ?? null}
        clearable
        onChange={(value) => onChange({ poverty: Poverty.safeParse(value).data })}
      />
      <Select
        label={t('children.education')}
        data={Education.options.map((value) => ({ value, label: t(`children.education-${value}`) }))}
        value={form.education ?? null}
        clearable
        onChange={(value) => onChange({ education: Education.safeParse(value).data })}
      />
      <NeedFields form={form} onChange={onChange} />
    </>
  )
}

function NeedFields({ form, onChange }: Omit<ChildFieldsProps, 'faults'>) {
  const t = useMessages(childrenMessages)
  return (
    <>
      <Checkbox
        label={t('children.disabled')}
        checked={form.disabled}
        onChange={(event) => onChange({ disabled: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('children.special')}
        checked={form.specialCircumstance}
        onChange={(event) => onChange({ specialCircumstance: event.currentTarget.checked })}
      />
      <details>
        <summary>{t('children.special-which')}</summary>
        <ol>
          {specialCircumstances.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ol>
      </details>
    </>
  )
}
