import { newId } from '#base/id.ts'
import { AreaSelect } from '#modules/areas/web/public.tsx'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { FormDialog, type FormField } from '#ui/form-dialog.tsx'
import { todayHere } from '#ui/today-here.ts'
import { AddPost, AddStaff, Audience, EditStaff, type Staff } from '../../shared/contract-staff.ts'
import { organisationsMessages } from '../../shared/messages.ts'
import { addPost, addStaff, editStaff } from '../requests.ts'
import { useBodyChoices } from './organisation-forms.tsx'

type Ends = { onDone: () => void; onClose: () => void }
type Place = { id: string; name: string }

function usePersonFields(): FormField[] {
  const t = useMessages(organisationsMessages)
  return [
    { name: 'fullName', label: t('organisations.full-name'), kind: 'text', required: true },
    { name: 'phone', label: t('organisations.phone'), kind: 'phone' },
    { name: 'email', label: t('organisations.email'), kind: 'text' },
    { name: 'qualification', label: t('organisations.qualification'), kind: 'text' },
    {
      name: 'username',
      label: t('organisations.username'),
      kind: 'text',
      description: t('organisations.username-how'),
    },
  ]
}

/** The fields of a post; `before` stands before their names when the post is a part of a larger form. */
function usePostFields(before: 'post.' | '', first: Place): FormField[] {
  const t = useMessages(organisationsMessages)
  const { area } = useActor()
  const bodies = useBodyChoices(area.id)
  const audiences = Audience.options.map((one) => ({ value: one, label: t(`organisations.audience-${one}`) }))
  return [
    {
      name: `${before}audience`,
      label: t('organisations.audience'),
      kind: 'choice',
      required: true,
      choices: audiences,
    },
    { name: `${before}title`, label: t('organisations.post-title'), kind: 'text', required: true },
    {
      name: `${before}areaId`,
      label: t('organisations.post-area'),
      kind: 'custom',
      render: ({ value, onChange, error }) => (
        <AreaSelect
          label={t('organisations.post-area')}
          description={t('organisations.post-area-how')}
          {...{ value, onChange, error, first }}
        />
      ),
    },
    { name: `${before}organisationId`, label: t('organisations.post-body'), kind: 'choice', choices: bodies },
    {
      name: `${before}workplace`,
      label: t('organisations.workplace'),
      kind: 'text',
      description: t('organisations.workplace-how'),
    },
    { name: `${before}validFrom`, label: t('organisations.from'), kind: 'day', required: true },
    { name: `${before}validTo`, label: t('organisations.to'), kind: 'day' },
    { name: `${before}allowance`, label: t('organisations.allowance'), kind: 'number' },
    { name: `${before}basis`, label: t('organisations.basis'), kind: 'text' },
  ]
}

export type NewStaff = { audience?: Audience | undefined; place?: Place | undefined }

/** Registers a person with the first post. */
export function StaffForm({ start, ...ends }: Ends & { start: NewStaff }) {
  const t = useMessages(organisationsMessages)
  const { area } = useActor()
  const person = usePersonFields()
  const post = usePostFields('post.', start.place ?? area)
  return (
    <FormDialog
      title={t('organisations.staff-add')}
      fields={[...person, ...post]}
      initial={{
        'post.audience': start.audience,
        'post.areaId': start.place?.id ?? area.id,
        'post.validFrom': todayHere(),
        'post.title': start.audience ? t(`organisations.audience-${start.audience}`) : '',
      }}
      fixed={() => ({ id: newId(), areaId: area.id, post: { id: newId() } })}
      contract={AddStaff}
      send={addStaff}
      {...ends}
    />
  )
}

export function EditStaffForm({ staff, ...ends }: Ends & { staff: Staff }) {
  const t = useMessages(organisationsMessages)
  const { fullName, phone, email, qualification, username } = staff
  const texts = { fullName, phone, email, qualification, username }
  return (
    <FormDialog
      title={t('organisations.edit-label', { name: fullName })}
      fields={usePersonFields()}
      initial={Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, value ?? '']))}
      fixed={() => ({ version: staff.version, areaId: staff.areaId })}
      contract={EditStaff}
      send={(input) => editStaff(staff.id, input)}
      {...ends}
    />
  )
}

/** A further post of a person. */
export function PostForm({ staff, ...ends }: Ends & { staff: Staff }) {
  const t = useMessages(organisationsMessages)
  const { area } = useActor()
  return (
    <FormDialog
      title={t('organisations.post-add-label', { name: staff.fullName })}
      fields={usePostFields('', area)}
      initial={{ areaId: area.id, validFrom: todayHere() }}
      fixed={() => ({ id: newId() })}
      contract={AddPost}
      send={(input) => addPost(staff.id, input)}
      {...ends}
    />
  )
}
