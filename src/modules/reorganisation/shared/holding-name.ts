/** The commune where children wait for their place: "Chờ xếp (Xã Đăk Hà cũ)". */
export function holdingName(oldName: string): string {
  return `Chờ xếp (${oldName} cũ)`
}
