import { defineMessages } from '#base/messages.ts'

export const todayMessages = defineMessages({
  vi: {
    'today.title': 'Hôm nay',
    'today.lead': '{day} · {area}',
    'today.steps': 'Bắt đầu từ đâu',
    'today.steps-why': 'Ba việc dưới đây đủ để chương trình chạy. Làm theo thứ tự nào cũng được.',
    'today.step-plan': 'Đọc kế hoạch của đơn vị',
    'today.step-plan-why':
      'Tải lên hoặc dán văn bản kế hoạch (.docx, .txt). Phần mềm tách chỉ tiêu, nhiệm vụ, thời hạn để bạn kiểm tra rồi lưu.',
    'today.step-plan-do': 'Đọc kế hoạch',
    'today.step-children': 'Nhập danh sách trẻ em',
    'today.step-children-why':
      'Dùng tệp Excel sẵn có hoặc tệp mẫu. Dòng sai được trả lại kèm lý do, dòng đúng vào danh sách.',
    'today.step-children-do': 'Nhập danh sách',
    'today.step-services': 'Ghi dịch vụ đã làm',
    'today.step-services-why':
      'Chọn một buổi khám, buổi tiêm hoặc buổi cân đo, đánh dấu trẻ có mặt. Số liệu và báo cáo tự tính từ đây.',
    'today.step-services-do': 'Ghi dịch vụ',
    'today.step-done': 'Đã làm',
    'today.step-accounts': 'Tạo tài khoản cho đồng nghiệp',
    'today.step-accounts-why':
      'Mỗi cán bộ, nhân viên y tế, giáo viên, cộng tác viên một tài khoản, đúng địa bàn của mình.',
    'today.step-accounts-do': 'Tạo tài khoản',
    'today.administrator-why':
      'Kế hoạch, trẻ em, số liệu và báo cáo thuộc vai trò Cán bộ. Đổi vai trò ở đầu trang, cạnh tên đơn vị.',
    'today.sample': 'Xem thử với một xã mẫu',
    'today.sample-why':
      'Khoảng 1.200 trẻ em và 2 năm dịch vụ do máy tạo ra, không có thật. Xóa sạch được bằng một lần bấm.',
    'today.sample-load': 'Tải dữ liệu mẫu',
    'today.sample-loading': 'Đang tạo dữ liệu mẫu. Việc này mất chừng nửa phút.',
    'today.sample-loaded': 'Đang có dữ liệu mẫu',
    'today.sample-loaded-why': 'Trẻ em và dịch vụ mẫu không có thật. Hãy xóa trước khi nhập danh sách thật.',
    'today.sample-remove': 'Xóa dữ liệu mẫu',
    'today.due': 'Trẻ em cần làm trước',
    'today.due-lead': '{overdue} trẻ quá hạn, {due} trẻ đến hạn',
    'today.due-none': 'Không có trẻ nào quá hạn hoặc đến hạn hôm nay',
    'today.due-all': 'Xem cả danh sách đến hạn',
    'today.deadlines': 'Thời hạn của kế hoạch',
    'today.deadlines-none': 'Không có thời hạn nào trong 90 ngày tới',
    'today.reports': 'Báo cáo',
    'today.late': 'Trễ {days} ngày',
    'today.in-days': 'Còn {days} ngày',
    'today.is-today': 'Hôm nay',
  },
  en: {
    'today.title': 'Today',
    'today.lead': '{day} · {area}',
    'today.steps': 'Where to start',
    'today.steps-why': 'These three are enough for the programme to run. Any order will do.',
    'today.step-plan': 'Read your plan',
    'today.step-plan-why':
      'Upload or paste the plan (.docx, .txt). Targets, tasks and deadlines are found for you to check and file.',
    'today.step-plan-do': 'Read a plan',
    'today.step-children': 'Import the children',
    'today.step-children-why':
      'Use your own spreadsheet or the template. Wrong rows come back with their reason, right rows are taken.',
    'today.step-children-do': 'Import a list',
    'today.step-services': 'Record services',
    'today.step-services-why':
      'Choose a check-up, vaccination or weighing day and mark who came. Figures and reports follow from this.',
    'today.step-services-do': 'Record services',
    'today.step-done': 'Done',
    'today.step-accounts': 'Create accounts for your colleagues',
    'today.step-accounts-why':
      'One account for each officer, health worker, teacher and collaborator, for their own area.',
    'today.step-accounts-do': 'Create an account',
    'today.administrator-why':
      'Plans, children, figures and reports belong to the officer. Change the role at the top, beside the unit.',
    'today.sample': 'Look around in a sample commune',
    'today.sample-why': 'About 1,200 invented children and 2 years of services. Removed in one step.',
    'today.sample-load': 'Load sample data',
    'today.sample-loading': 'Making the sample data. This takes about half a minute.',
    'today.sample-loaded': 'Sample data are loaded',
    'today.sample-loaded-why':
      'The sample children and services are invented. Remove them before you import a real list.',
    'today.sample-remove': 'Remove sample data',
    'today.due': 'Children to reach first',
    'today.due-lead': '{overdue} children overdue, {due} due',
    'today.due-none': 'No child is overdue or due today',
    'today.due-all': 'See the whole due list',
    'today.deadlines': 'Deadlines of plans',
    'today.deadlines-none': 'No deadline in the next 90 days',
    'today.reports': 'Reports',
    'today.late': '{days} days late',
    'today.in-days': 'In {days} days',
    'today.is-today': 'Today',
  },
})
