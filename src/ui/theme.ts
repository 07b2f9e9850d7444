import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The green of a rice seedling, dark enough at 7 for white text (contrast 6.5 : 1). */
const seedling: MantineColorsTuple = [
  '#eef8f1',
  '#dcefe2',
  '#b7dfc4',
  '#8fcda4',
  '#63b884',
  '#3f9f69',
  '#2a8655',
  '#1c6b43',
  '#165738',
  '#0f432b',
]

const fontFamily = "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', system-ui, sans-serif"

/** Nothing on the screen is smaller than 15 px; what is touched is at least 44 px (see theme.css). */
export const theme = createTheme({
  primaryColor: 'seedling',
  primaryShade: { light: 7, dark: 5 },
  colors: { seedling },
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
