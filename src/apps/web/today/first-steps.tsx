import { Text, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { todayMessages } from './messages.ts'
import './today.css'

type StepName = 'plan' | 'children' | 'services' | 'accounts'
type Step = { name: StepName; to: string; needs: string; isDone: boolean }

export type FirstStepsProps = { hasPlan: boolean; hasChildren: boolean }

/** What to do next while the loop is not yet closed. */
export function FirstSteps({ hasPlan, hasChildren }: FirstStepsProps) {
  const t = useMessages(todayMessages)
  const may = useMay()
  const { area } = useActor()
  const plan: Step = { name: 'plan', to: '/plans/read', needs: 'plans.write', isDone: hasPlan }
  const children: Step = {
    ...{ name: 'children', to: '/children/imports', needs: 'children.import' },
    isDone: hasChildren,
  }
  const services: Step = { name: 'services', to: '/sessions', needs: 'services.record', isDone: false }
  const accounts: Step = { name: 'accounts', to: '/accounts/new', needs: 'accounts.grant', isDone: false }
  // Children are registered and served in communes: a province begins by giving these their accounts.
  const all = area.kind === 'province' ? [plan, accounts, children] : [plan, children, services, accounts]
  const steps = all.filter(({ needs }) => may(needs))
  return (
    <section aria-labelledby="first-steps">
      <Title order={2} id="first-steps">
        {t('today.steps')}
      </Title>
      <Text c="dimmed">{t(may('accounts.manage') ? 'today.administrator-why' : 'today.steps-why')}</Text>
      <ol className="today-steps">
        {steps.map((step) => (
          <StepCard key={step.name} step={step} />
        ))}
      </ol>
    </section>
  )
}

function StepCard({ step: { name, to, isDone } }: { step: Step }) {
  const t = useMessages(todayMessages)
  return (
    <li className="today-step" data-done={isDone || undefined}>
      <Title order={3}>{t(`today.step-${name}`)}</Title>
      <Text className="today-step-why">{t(`today.step-${name}-why`)}</Text>
      {isDone ? (
        <span className="today-step-done">
          <IconCircleCheck size={22} aria-hidden /> {t('today.step-done')}
        </span>
      ) : (
        <PageButton to={to}>{t(`today.step-${name}-do`)}</PageButton>
      )}
    </li>
  )
}
