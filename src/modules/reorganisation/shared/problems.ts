import { defineProblems } from '#base/problem.ts'

export const reorganisationProblem = defineProblems({
  'reorganisation.not-found': {
    status: 404,
    vi: 'Không tìm thấy hồ sơ sắp xếp này trong địa bàn của vai trò đang dùng.',
    en: 'This reorganisation is not within the area of the role you act under.',
  },
  'reorganisation.unit-not-found': {
    status: 422,
    vi: 'Có đơn vị trong quyết định không nằm trong danh mục, hoặc nằm ngoài địa bàn bạn phụ trách. Hãy chọn lại đơn vị.',
    en: 'A unit of the decision is not in the list or lies outside your area. Choose it again.',
  },
  'reorganisation.before-unit-existed': {
    status: 422,
    vi: '{name} đến ngày {from} mới có, nên không thể sắp xếp từ ngày {day}. Hãy kiểm tra ngày hiệu lực.',
    en: '{name} exists only from {from} and cannot be reorganised on {day}. Check the effective day.',
  },
  'reorganisation.unit-already-ended': {
    status: 422,
    vi: '{name} đã kết thúc từ ngày {to}, trước ngày hiệu lực {day}. Hãy chọn đơn vị kế tiếp của nó.',
    en: '{name} ended on {to}, before the effective day {day}. Choose its successor.',
  },
  'reorganisation.target-not-existing': {
    status: 422,
    vi: '{name} không tồn tại vào ngày {day}, nên không thể nhận trẻ và địa bàn. Hãy chọn đơn vị khác.',
    en: '{name} does not exist on {day} and cannot take over. Choose another unit.',
  },
  'reorganisation.twice-on-one-day': {
    status: 409,
    vi: '{name} đã được sắp xếp một lần trong ngày {day}. Mỗi đơn vị chỉ được sắp xếp một lần trong một ngày: hãy gộp vào một quyết định hoặc chọn ngày khác.',
    en: '{name} is already reorganised on {day}. A unit is reorganised once a day: put both into one decision or choose another day.',
  },
  'reorganisation.cyclic': {
    status: 422,
    vi: 'Các thay đổi tạo thành vòng: {name} vừa là đơn vị cũ vừa là đơn vị kế tiếp của chính nó. Hãy bỏ một trong các thay đổi đó.',
    en: 'The changes go round in a circle: {name} would succeed itself. Remove one of them.',
  },
  'reorganisation.wrong-level': {
    status: 422,
    vi: '{name} không cùng cấp với đơn vị nhận. Xã chỉ nhập vào xã, tỉnh chỉ nhập vào tỉnh, thôn nằm trong xã.',
    en: '{name} is not of the level of the receiving unit.',
  },
  'reorganisation.code-needed': {
    status: 422,
    vi: 'Đơn vị mới {name} cần có mã theo danh mục.',
    en: 'The new unit {name} needs its official code.',
  },
  'reorganisation.code-taken': {
    status: 409,
    vi: 'Mã {code} đang được một đơn vị khác dùng vào ngày hiệu lực. Hãy kiểm tra mã của {name}.',
    en: 'The code {code} is used by another unit on the effective day. Check the code of {name}.',
  },
  'reorganisation.unit-used-twice': {
    status: 422,
    vi: 'Một thôn hoặc một trẻ được chia cho hai nơi. Hãy để mỗi thôn, mỗi trẻ ở một nơi.',
    en: 'A village or a child is given to two places. Leave each in one.',
  },
  'reorganisation.not-of-the-unit': {
    status: 422,
    vi: 'Có thôn không thuộc {name}. Hãy tải lại danh sách thôn rồi chọn lại.',
    en: 'A village is not part of {name}. Load the list of villages again and choose again.',
  },
  'reorganisation.decided-after-effect': {
    status: 422,
    vi: 'Ngày ban hành quyết định phải trước hoặc đúng ngày hiệu lực.',
    en: 'The decision must be issued on or before its effective day.',
  },
  'reorganisation.too-early': {
    status: 409,
    vi: 'Quyết định có hiệu lực từ ngày {day}. Chỉ áp dụng được từ ngày đó; đến lúc đó hồ sơ vẫn được giữ.',
    en: 'The decision takes effect on {day}. It can be applied from that day on; until then the case is kept.',
  },
  'reorganisation.preview-first': {
    status: 409,
    vi: 'Hãy xem trước rồi mới áp dụng.',
    en: 'Preview the case before applying it.',
  },
  'reorganisation.already-applied': {
    status: 409,
    vi: 'Hồ sơ này đã áp dụng. Muốn sửa, hãy hoàn tác trước.',
    en: 'This case is applied. Undo it before changing it.',
  },
  'reorganisation.not-applied': {
    status: 409,
    vi: 'Hồ sơ này chưa áp dụng, nên không có gì để hoàn tác hoặc xếp lại.',
    en: 'This case is not applied: there is nothing to undo or to place.',
  },
  'reorganisation.changed-meanwhile': {
    status: 409,
    vi: 'Người khác vừa sửa hồ sơ này. Hãy tải lại trang rồi làm tiếp.',
    en: 'Somebody else changed this case. Load the page again.',
  },
  'reorganisation.later-case': {
    status: 409,
    vi: 'Hồ sơ số {no} áp dụng sau đã thay đổi tiếp các đơn vị này. Hãy hoàn tác hồ sơ số {no} trước.',
    en: 'Case {no}, applied later, changed these units again. Undo case {no} first.',
  },
  'reorganisation.under-way': {
    status: 409,
    vi: 'Hồ sơ này đang được áp dụng hoặc hoàn tác. Hãy đợi xong rồi làm tiếp.',
    en: 'This case is being applied or undone. Wait until it is done.',
  },
  'reorganisation.grant-ended': {
    status: 403,
    vi: 'Quyền của người yêu cầu đã kết thúc trước khi việc bắt đầu. Hãy yêu cầu lại bằng vai trò đang có quyền sắp xếp địa giới.',
    en: 'The grant of the person who asked ended before the work began. Ask again under a grant that may reorganise.',
  },
  'reorganisation.run-lost': {
    status: 409,
    vi: 'Lần chạy trước bị dừng giữa chừng; chưa có gì thay đổi. Hãy bấm lại.',
    en: 'The run before was interrupted; nothing has changed. Press the button again.',
  },
  'reorganisation.new-unit-reported': {
    status: 409,
    vi: 'Không hoàn tác được: {name} đã gửi hoặc ký báo cáo của chính mình, báo cáo đó không thể thành của đơn vị khác. Hãy lập một hồ sơ sắp xếp mới để chia {name} trở lại.',
    en: 'It cannot be undone: {name} has sent or signed a report of its own, which cannot become that of another unit. Prepare a new case that divides {name} again.',
  },
  'reorganisation.new-unit-in-use': {
    status: 409,
    vi: 'Không hoàn tác được: còn dữ liệu riêng gắn với {name}. Hãy lập một hồ sơ sắp xếp mới để chia {name} trở lại.',
    en: 'It cannot be undone: data of its own still stand on {name}. Prepare a new case that divides {name} again.',
  },
  'reorganisation.no-such-target': {
    status: 422,
    vi: 'Nơi nhận không phải là một trong các đơn vị kế tiếp của quyết định này.',
    en: 'The place is not one of the successors named by this decision.',
  },
  'reorganisation.nothing-to-place': {
    status: 409,
    vi: 'Thôn hoặc trẻ này không nằm trong danh sách chờ xếp. Hãy tải lại danh sách.',
    en: 'This village or child does not wait for a place. Load the list again.',
  },
  'reorganisation.no-reform': {
    status: 404,
    vi: 'Danh mục chưa có bảng chuyển đổi đơn vị hành chính. Hãy nạp bằng lệnh areas import trước.',
    en: 'The list of units holds no changes of that day. Import it first with areas import.',
  },
  'reorganisation.no-old-figures': {
    status: 404,
    vi: 'Không có số liệu cũ của {name} trong kỳ này.',
    en: 'There are no earlier figures of {name} in this period.',
  },
  'reorganisation.figures-not-whole': {
    status: 409,
    vi: 'Không chuyển được số liệu cũ sang {name}: {part} chỉ có một phần chuyển vào đây. Hãy xem số liệu của từng đơn vị cũ.',
    en: 'Earlier figures cannot be shown for {name}: only a part of {part} came here. Look at the old units one by one.',
  },
  'reorganisation.figures-wider': {
    status: 409,
    vi: 'Không có đủ số liệu cũ cho {name}: thiếu số liệu của {part}. Hãy xem số liệu của từng đơn vị cũ.',
    en: 'Earlier figures for {name} are incomplete: {part} has none. Look at the old units one by one.',
  },
})
export type ReorganisationRefusal = Parameters<typeof reorganisationProblem>[0]
