import { defineMessages } from '#base/messages.ts'

/** What the checks of a report find, in sentences that say what to do. */
export const reportsCheckMessages = defineMessages({
  vi: {
    'reports.check': 'Kiểm tra',
    'reports.check-none': 'Không thấy lỗi nào. Báo cáo gửi được.',
    'reports.check-counts': '{blocking} lỗi phải sửa · {warnings} cảnh báo cần lý do · {notes} lưu ý',
    'reports.check-notes': 'Xem {count} lưu ý',
    'reports.check-show': 'Đến ô này',
    'reports.level-blocking': 'Phải sửa',
    'reports.level-warning': 'Cần lý do',
    'reports.level-note': 'Lưu ý',
    'reports.reason': 'Lý do số này đúng',
    'reports.reason-hint': 'Ví dụ: đã đối chiếu với sổ của trạm y tế.',
    'reports.reason-save': 'Lưu lý do',
    'reports.reason-given': '{name} đã giải thích: {reason}',
    'reports.finding-part-over-whole':
      '{row}: “{column}” là {value}, lớn hơn “{whole}” là {limit}. Hãy xem lại hai số và sửa số sai.',
    'reports.finding-sum-differs':
      '{row}: {columns} cộng lại là {sum}, khác “{whole}” là {value}. Hãy sửa để tổng khớp.',
    'reports.finding-tables-differ':
      '{row}: “{column}” là {value} ở bảng “{table}” nhưng là {otherValue} ở bảng “{otherTable}”. Hãy sửa cho giống nhau.',
    'reports.finding-total-differs':
      'Bảng “{table}”: tổng “{column}” nhập là {value}, các dòng cộng lại là {sum}. Hãy sửa tổng hoặc các dòng.',
    'reports.finding-jump':
      'Bảng “{table}”: “{column}” là {value}, kỳ trước hoặc cùng kỳ là {old}. Hãy kiểm tra lại; nếu đúng, ghi lý do.',
    'reports.finding-differs-from-lower':
      '{row}: “{column}” nhập là {value}, hệ thống có {computed}. Lý do đã ghi khi nhập; hãy chắc rằng vẫn đúng.',
    'reports.finding-missing-units':
      'Mới có số liệu của {done}/{all} đơn vị; còn thiếu {names}. Hãy đôn đốc, hoặc ghi lý do gửi khi còn thiếu.',
    'reports.finding-lower-changed':
      'Báo cáo của {names} đã đổi sau lần tổng hợp. Hãy bấm “Tổng hợp từ báo cáo của xã”, hoặc ghi lý do giữ số cũ.',
    'reports.finding-definition-changed':
      'Cách tính của {names} đã đổi sau khi lấy số liệu. Hãy lấy lại số liệu, hoặc ghi lý do giữ số cũ.',
    'reports.finding-open-comments':
      'Còn {count} ý kiến của cấp trên chưa trả lời. Hãy trả lời từng ý kiến rồi gửi lại.',
    'reports.finding-blank-totals':
      'Bảng “{table}” còn {count} ô tổng chưa có số liệu. Ô trống là chưa biết, không phải bằng 0.',
    'reports.finding-empty-sections': 'Còn {count} mục chưa viết, sẽ không in ra: {names}.',
  },
  en: {
    'reports.check': 'Checks',
    'reports.check-none': 'Nothing was found. The report can be sent.',
    'reports.check-counts': '{blocking} errors · {warnings} warnings that need a reason · {notes} notes',
    'reports.check-notes': 'See {count} notes',
    'reports.check-show': 'Go to this cell',
    'reports.level-blocking': 'Must be put right',
    'reports.level-warning': 'Needs a reason',
    'reports.level-note': 'Note',
    'reports.reason': 'Why the number is right',
    'reports.reason-hint': 'For example: compared with the health station book.',
    'reports.reason-save': 'Save the reason',
    'reports.reason-given': '{name} explained: {reason}',
    'reports.finding-part-over-whole':
      '{row}: “{column}” is {value}, more than “{whole}”, which is {limit}. Look at both and correct the wrong one.',
    'reports.finding-sum-differs':
      '{row}: {columns} add up to {sum}, but “{whole}” is {value}. Correct them so that they agree.',
    'reports.finding-tables-differ':
      '{row}: “{column}” is {value} in “{table}” but {otherValue} in “{otherTable}”. Make them the same.',
    'reports.finding-total-differs':
      '“{table}”: the total of “{column}” was typed as {value}, the rows add up to {sum}. Correct one of them.',
    'reports.finding-jump':
      '“{table}”: “{column}” is {value}, it was {old} before. Look again; if it is right, give the reason.',
    'reports.finding-differs-from-lower':
      '{row}: “{column}” was typed as {value}, the system has {computed}. Make sure that the reason still holds.',
    'reports.finding-missing-units':
      'Numbers of {done} of {all} units; {names} are missing. Remind them, or give the reason for sending without them.',
    'reports.finding-lower-changed':
      'The reports of {names} changed after the consolidation. Consolidate again, or give the reason to keep the numbers.',
    'reports.finding-definition-changed':
      'The definition of {names} changed after the numbers were taken. Take them again, or give the reason to keep them.',
    'reports.finding-open-comments':
      '{count} comments of the unit above are not answered. Answer each, then send again.',
    'reports.finding-blank-totals':
      '“{table}” has {count} totals that are not known. Blank is not known, not zero.',
    'reports.finding-empty-sections': '{count} sections are not written and will not be printed: {names}.',
  },
})
