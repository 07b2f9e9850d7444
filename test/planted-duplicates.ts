/**
 * A register with children entered twice, made without a look at how the product finds them: families, twins and
 * siblings from name lists of their own, and the faults that clerks make. Same seed, same register.
 */
export type PlantedChild = {
  fullName: string
  bornOn: string
  bornPrecision?: 'month' | 'year'
  sex: 'male' | 'female'
  commune: number
  village: number
  household: string | null
  mother: string | null
  phone: string | null
  personalId: string | null
}

export type PlantedRegister = { children: PlantedChild[]; pairs: [number, number][] }
export type PlantedSize = { children: number; pairs: number; communes: number; seed: number }

type Chance = () => number

/** mulberry32: small, and the same on every machine. */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const families = (
  'Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phan Hoàng Huỳnh Vũ Võ Đặng Bùi Đỗ Hồ ' +
  'Ngô Dương Lý Đinh Trương Lương Tạ Mai Cao Hà Lưu Châu Tống Quách Triệu Nông Vi Lò Sùng Giàng Thào Hoàng Ma'
).split(' ')
const middles = {
  male: 'Văn Minh Gia Đức Quốc Tuấn Bảo Thanh Hữu Công Xuân Ngọc Hải Nhật Trung Anh Đình Thế Mạnh Khánh'.split(
    ' ',
  ),
  female:
    'Thị Ngọc Bảo Khánh Thanh Phương Mai Hồng Thùy Minh Kim Diệu Quỳnh Hà Thảo Thu Như Tường Ánh Cẩm'.split(
      ' ',
    ),
}
const givens = {
  male: (
    'An Anh Bách Bảo Bình Cường Dũng Duy Dương Đạt Đăng Đông Giang Hải Hào Hiếu Hoàng Huy Hùng Hưng Khang Khánh Khoa ' +
    'Khôi Kiên Lâm Long Lộc Minh Nam Nghĩa Nguyên Nhân Phát Phong Phú Phúc Phước Quân Quang Sang Sơn Tài Tân Thành ' +
    'Thái Thắng Thiên Thiện Thịnh Thuận Tiến Toàn Trí Trung Trường Tú Tuấn Tùng Việt Vinh Vũ Vương'
  ).split(' '),
  female: (
    'An Anh Ánh Băng Bích Châu Chi Diễm Diệp Dung Duyên Đan Giang Hà Hạnh Hân Hiền Hoa Hòa Hoài Hồng Huệ Hương Huyền ' +
    'Khanh Lam Lan Lê Linh Loan Ly Mai Minh My Mỹ Nga Ngân Nghi Ngọc Nguyệt Nhàn Nhi Nhung Như Oanh Phương Quyên ' +
    'Quỳnh Tâm Thảo Thanh Thi Thơ Thu Thủy Thúy Thư Tiên Trang Trâm Trinh Trúc Tú Tuyết Uyên Vân Vy Xuân Yến'
  ).split(' '),
}

const pick = <Item>(list: readonly Item[], chance: Chance): Item => {
  const item = list[Math.floor(chance() * list.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
const two = (value: number) => String(value).padStart(2, '0')
const digits = (count: number, chance: Chance) =>
  Array.from({ length: count }, () => Math.floor(chance() * 10)).join('')

function dayBetween(firstYear: number, years: number, chance: Chance): string {
  const start = Date.UTC(firstYear, 0, 1)
  return new Date(start + Math.floor(chance() * years * 365) * 86_400_000).toISOString().slice(0, 10)
}

/** Children of one mother: one in three has a sibling, one birth in eighty is of twins. */
function family(communes: number, chance: Chance): PlantedChild[] {
  const surname = pick(families, chance)
  const home = {
    commune: Math.floor(chance() * communes),
    village: Math.floor(chance() * 10),
    household: chance() < 0.8 ? digits(4, chance) : null,
    mother: `${pick(families, chance)} Thị ${chance() < 0.5 ? `${pick(middles.female, chance)} ` : ''}${pick(givens.female, chance)}`,
    phone: chance() < 0.75 ? `09${digits(8, chance)}` : null,
  }
  const births = 1 + (chance() < 0.33 ? 1 : 0)
  return Array.from({ length: births }, () => dayBetween(2018, 8, chance)).flatMap((bornOn) => {
    const middle = { male: pick(middles.male, chance), female: pick(middles.female, chance) }
    const isTwins = chance() < 1 / 80
    const born = Array.from({ length: isTwins ? 2 : 1 }, (): PlantedChild => {
      const sex = chance() < 0.52 ? 'male' : 'female'
      const ownMiddle = isTwins ? middle[sex] : pick(middles[sex], chance)
      const fullName = `${surname} ${ownMiddle} ${pick(givens[sex], chance)}`
      const personalId =
        chance() < 0.6
          ? `0${digits(2, chance)}${sex === 'male' ? 2 : 3}${bornOn.slice(2, 4)}${digits(6, chance)}`
          : null
      return { ...home, fullName, bornOn, sex, personalId }
    })
    // No family gives two twins one name.
    return born[0]?.fullName === born[1]?.fullName ? born.slice(0, 1) : born
  })
}

const bare = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').normalize('NFC')

/** One slip of the hand somewhere in a name of several words. */
function mistyped(name: string, chance: Chance): string {
  for (;;) {
    const at = Math.floor(chance() * name.length)
    const letter = pick([...'aeiouhngtmcl'], chance)
    const kind = Math.floor(chance() * 4)
    const next = name[at + 1] ?? ''
    const typed =
      kind === 0
        ? name.slice(0, at) + letter + name.slice(at)
        : kind === 1
          ? name.slice(0, at) + name.slice(at + 1)
          : kind === 2
            ? name.slice(0, at) + letter + name.slice(at + 1)
            : name.slice(0, at) + next + (name[at] ?? '') + name.slice(at + 2)
    if (bare(typed).toLowerCase() !== bare(name).toLowerCase() && !/^\s|\s$|\s{2}/.test(typed)) return typed
  }
}

type Fault = (child: PlantedChild, communes: number, chance: Chance) => PlantedChild

const faults: readonly [number, Fault][] = [
  [30, (child) => ({ ...child, fullName: bare(child.fullName), mother: child.mother && bare(child.mother) })],
  [25, (child, _, chance) => ({ ...child, fullName: mistyped(child.fullName, chance) })],
  [15, (child) => ({ ...child, bornOn: swapped(child.bornOn) })],
  // The day was not known when the child was entered the second time.
  [6, (child) => ({ ...child, bornOn: `${child.bornOn.slice(0, 7)}-15`, bornPrecision: 'month' })],
  [20, (child, _, chance) => ({ ...child, village: (child.village + 1 + Math.floor(chance() * 9)) % 10 })],
  [
    10,
    (child, communes, chance) => ({
      ...child,
      commune: (child.commune + 1 + Math.floor(chance() * (communes - 1))) % communes,
      village: Math.floor(chance() * 10),
      household: null,
    }),
  ],
]

function swapped(day: string): string {
  const [year, month, date] = day.split('-')
  return Number(date) > 12 ? day : `${year}-${date}-${month}`
}

/** The same child entered again, with one or two faults and with less written down. */
function enteredAgain(child: PlantedChild, communes: number, chance: Chance): PlantedChild {
  const total = faults.reduce((sum, [share]) => sum + share, 0)
  let copy: PlantedChild = { ...child, personalId: null }
  for (let count = chance() < 0.25 ? 2 : 1; count > 0; count -= 1) {
    let ball = chance() * total
    const [, fault] = faults.find(([share]) => (ball -= share) < 0) ?? []
    if (fault) copy = fault(copy, communes, chance)
  }
  return {
    ...copy,
    household: chance() < 0.3 ? null : copy.household,
    mother: chance() < 0.1 ? null : copy.mother,
    phone:
      chance() < 0.4
        ? null
        : chance() < 0.1
          ? `03${two(Math.floor(chance() * 100))}${digits(6, chance)}`
          : copy.phone,
  }
}

export function plantedRegister({ children, pairs, communes, seed }: PlantedSize): PlantedRegister {
  const chance = chanceOf(seed)
  const register: PlantedChild[] = []
  while (register.length < children - pairs) register.push(...family(communes, chance))
  register.length = children - pairs
  const copied = new Set<number>()
  while (copied.size < pairs) copied.add(Math.floor(chance() * (children - pairs)))
  const found: [number, number][] = []
  for (const at of copied) {
    const child = register[at]
    if (!child) continue
    found.push([at, register.length])
    register.push(enteredAgain(child, communes, chance))
  }
  return { children: register, pairs: found }
}
