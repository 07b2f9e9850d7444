import { defineMessages } from '#base/messages.ts'

export const organisationsMessages = defineMessages({
  vi: {
    'organisations.audience-province': 'Cán bộ cấp tỉnh',
    'organisations.audience-commune': 'Cán bộ cấp xã',
    'organisations.audience-health': 'Nhân viên y tế',
    'organisations.audience-teacher': 'Giáo viên',
    'organisations.audience-protection-care': 'Cơ sở bảo vệ, chăm sóc',
    'organisations.audience-protection-worker': 'Người làm công tác bảo vệ trẻ em cấp xã',
    'organisations.audience-collaborator': 'Cộng tác viên',
    'organisations.audience-social-worker': 'Nhân viên công tác xã hội',
  },
  en: {
    'organisations.audience-province': 'Provincial officers',
    'organisations.audience-commune': 'Commune officers',
    'organisations.audience-health': 'Health staff',
    'organisations.audience-teacher': 'Teachers',
    'organisations.audience-protection-care': 'Protection and care facilities',
    'organisations.audience-protection-worker': 'Commune child-protection workers',
    'organisations.audience-collaborator': 'Collaborators',
    'organisations.audience-social-worker': 'Social workers',
  },
})
