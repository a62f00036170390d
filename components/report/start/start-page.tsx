import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import { type Access, may } from "@/lib/access/domain/access";
import { type ChecklistFacts, doneSteps, STEPS } from "@/lib/report/domain/checklist";
import { DismissChecklist } from "./dismiss-checklist";
import { PostCharge } from "./post-charge";
import { SendTestCall } from "./send-test-call";
import { StepItem } from "./step-item";
import { linksToDo, linksToMade } from "./step-links";
import { STEP_WORDS } from "./step-words";

type StartPageProps = { facts: ChecklistFacts; isDismissed: boolean; access: Access };

export function StartPage({ facts, isDismissed, access }: StartPageProps) {
  const done = doneSteps(facts);
  const next = STEPS.find((step) => !done.has(step));
  const { offer, trafficSource, buyer, convertedCallId } = facts;
  return (
    <div className="mx-auto max-w-200">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div>
          <h1 className="font-semibold text-20">Get started</h1>
          <p className="text-13 text-ink-muted">
            {done.size} of {STEPS.length} steps done
          </p>
        </div>
        {!isDismissed && may(access, "update", "settings") && <DismissChecklist />}
      </div>
      <progress
        aria-label="Steps done"
        value={done.size}
        max={STEPS.length}
        className="mb-6 block h-1 w-full appearance-none overflow-hidden rounded-full [&::-moz-progress-bar]:bg-positive [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-positive"
      />
      {!next && (
        <div className="mb-4">
          <Alert tone="positive" title="Your first charge is posted">
            <p>
              Everything is in place. See it in <TextLink href="/billing">Billing</TextLink>, or go on to{" "}
              <TextLink href="/calls">Calls</TextLink>.
            </p>
          </Alert>
        </div>
      )}
      <ol className="space-y-1">
        {STEPS.map((step, at) => {
          const isDone = done.has(step);
          const state = isDone ? "done" : step === next ? "next" : "later";
          const variant = state === "next" ? "primary" : "quiet";
          return (
            <StepItem
              key={step}
              number={at + 1}
              state={state}
              {...STEP_WORDS[step]}
              links={isDone ? linksToMade(step, facts) : linksToDo(step, facts)}
            >
              {step === "test_call" && offer && may(access, "update", "calls") && (
                <SendTestCall variant={variant} parties={{ offer, traffic_source: trafficSource, buyer }} />
              )}
              {step === "rollup" && !isDone && convertedCallId !== null && may(access, "update", "rollups") && (
                <PostCharge callId={convertedCallId} />
              )}
            </StepItem>
          );
        })}
      </ol>
    </div>
  );
}
