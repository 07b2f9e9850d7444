/** 1200 is `1.200`, 78.4 is `78,4`. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }).format(value)
}
