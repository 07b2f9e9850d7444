import './validator.ts'
import '#ui/styles.ts'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { LanguageProvider } from '#platform/web/language.tsx'
import { makeQueryClient } from '#platform/web/query.ts'
import { FieldWords } from '#ui/field-words.tsx'
import { theme } from '#ui/theme.ts'
import { ToastProvider } from '#ui/undo-toast.tsx'
import { fillChildPage } from './child-page.ts'
import { fillAreaPage } from './area-page.ts'
import { fillPlanPage } from './plan-page.ts'
import { makeRouter } from './router.tsx'
import { fillUnitPage } from './unit-page.ts'

fillChildPage()
fillAreaPage()
fillPlanPage()
fillUnitPage()

const root = document.getElementById('root')
if (!root) throw new Error('index.html holds no element with the id root')

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="light">
      <LanguageProvider>
        <FieldWords />
        <QueryClientProvider client={makeQueryClient()}>
          <ToastProvider>
            <RouterProvider router={makeRouter()} />
          </ToastProvider>
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
)
