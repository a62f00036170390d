import { CodeBlock } from "@/components/ui/code-block";
import { ExactTime } from "@/components/ui/exact-time";
import { Section } from "@/components/ui/section";
import type { FullDelivery } from "@/lib/outbound/contract/delivery";

type AttemptSectionProps = { attempt: FullDelivery["tries"][number]; timeZone: string };

/** What was sent, and what was answered. */
export function AttemptSection({ attempt, timeZone }: AttemptSectionProps) {
  const { number, attempted_at, milliseconds, url, headers, status, problem, answer } = attempt;
  const sent = [`POST ${url}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join("\n");
  return (
    <Section
      title={`Attempt ${number}`}
      aside={
        <>
          <ExactTime at={attempted_at} timeZone={timeZone} /> · {milliseconds.toLocaleString("en-US")} ms
        </>
      }
    >
      {problem && <p className="mb-2 text-13">{problem}</p>}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        <CodeBlock title="Request" code={sent} />
        <CodeBlock title={status === null ? "No answer" : `Answer ${status}`} code={answer || "(empty)"} />
      </div>
    </Section>
  );
}
