import { defineMessages } from '#base/messages.ts'

/** Few words of their own: lists of other modules need these and none of the pages of places. */
export const villageMessages = defineMessages({
  vi: {
    'areas.village': 'Thôn',
    'areas.all-villages': 'Tất cả các thôn',
  },
  en: {
    'areas.village': 'Village',
    'areas.all-villages': 'All villages',
  },
})
