import type { ConsentPurpose, Wording } from './contract.ts'

/** Raised whenever a text changes: a consent keeps the text that was shown and its edition. */
const edition = '2026-11'

/** One purpose each, nothing chosen beforehand, and how to take it back (Luật 91/2025/QH15). */
const texts: Readonly<Record<ConsentPurpose, string>> = {
  photo:
    'Tôi đồng ý cho đơn vị dùng ảnh, video có hình của trẻ để truyền thông về chăm sóc trẻ em (bảng tin, trang thông tin, mạng xã hội của đơn vị). Ảnh không kèm họ tên, địa chỉ, tình trạng sức khỏe của trẻ. Tôi có thể rút lại sự đồng ý bất cứ lúc nào tại đơn vị; khi đó đơn vị gỡ ảnh và không dùng nữa. Không đồng ý không ảnh hưởng đến dịch vụ dành cho trẻ.',
  story:
    'Tôi đồng ý cho đơn vị kể câu chuyện của trẻ trong tài liệu truyền thông, sau khi đã đổi tên và bỏ các chi tiết có thể nhận ra trẻ. Tôi được đọc trước khi đăng. Tôi có thể rút lại sự đồng ý bất cứ lúc nào tại đơn vị. Không đồng ý không ảnh hưởng đến dịch vụ dành cho trẻ.',
  'donor-report':
    'Tôi đồng ý cho đơn vị đưa thông tin của trẻ vào báo cáo gửi nhà tài trợ đã nêu tên, chỉ để chứng minh hỗ trợ đã đến tay trẻ. Tôi có thể rút lại sự đồng ý bất cứ lúc nào tại đơn vị. Không đồng ý không ảnh hưởng đến dịch vụ dành cho trẻ.',
  sharing:
    'Tôi đồng ý cho đơn vị chuyển thông tin cần thiết của trẻ cho tổ chức đã nêu tên, nằm ngoài các cơ quan đang chăm sóc trẻ, để trẻ được hỗ trợ. Tôi có thể rút lại sự đồng ý bất cứ lúc nào tại đơn vị. Không đồng ý không ảnh hưởng đến dịch vụ mà các cơ quan nhà nước dành cho trẻ.',
  research:
    'Tôi đồng ý cho dùng thông tin của trẻ, đã bỏ họ tên, số định danh và địa chỉ, trong nghiên cứu đã nêu tên. Tôi có thể rút lại sự đồng ý bất cứ lúc nào tại đơn vị. Không đồng ý không ảnh hưởng đến dịch vụ dành cho trẻ.',
}

/** The text to show for a purpose; what is stored is this text, not a reference to it. */
export function wordingOf(purpose: ConsentPurpose): Wording {
  return { purpose, edition, text: texts[purpose] }
}
