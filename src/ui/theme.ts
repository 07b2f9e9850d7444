import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The green of a rice seedling: white text on 7 stands 6.5 : 1, words in 6 on its own light ground 5 : 1. */
const seedling: MantineColorsTuple = [
  '#eef8f1',
  '#dcefe2',
  '#b7dfc4',
  '#8fcda4',
  '#63b884',
  '#3f9f69',
  '#217348',
  '#1c6b43',
  '#165738',
  '#0f432b',
]

/** Red for what cannot be undone: white text on 7 (light) and 5 (dark), words in 6 on light grounds, all 4.5 : 1. */
const brick: MantineColorsTuple = [
  '#fff0f0',
  '#ffdede',
  '#ffbaba',
  '#ff9292',
  '#f56b6b',
  '#d63b3b',
  '#c42a2a',
  '#b02424',
  '#961c1c',
  '#7a1515',
]

const fontFamily = "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', system-ui, sans-serif"

/** Nothing on the screen is smaller than 15 px; what is touched is at least 44 px (see theme.css). */
export const theme = createTheme({
  primaryColor: 'seedling',
  primaryShade: { light: 7, dark: 5 },
  colors: { seedling, red: brick },
  fontFamily,
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.3' },
      h2: { fontSize: '1.25rem', lineHeight: '1.35' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h4: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.9375rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.3125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md', decimalSeparator: ',', thousandSeparator: '.' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    MultiSelect: { defaultProps: { size: 'md' } },
    Autocomplete: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Modal: { defaultProps: { centered: true } },
    Badge: { defaultProps: { size: 'lg', variant: 'light' } },
  },
})
