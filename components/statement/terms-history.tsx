import { ExactTime } from "@/components/ui/exact-time";
import { Section } from "@/components/ui/section";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { BillingProfileVersion } from "@/lib/billing-profile/contract";
import { termsWords } from "./terms-words";

export function TermsHistory({ history, timeZone }: { history: readonly BillingProfileVersion[]; timeZone: string }) {
  if (history.length === 0) return null;
  return (
    <Section title="History" className="mt-8">
      <Table caption="Versions of these terms, newest first">
        <thead>
          <tr>
            <HeaderCell>Version</HeaderCell>
            <HeaderCell>Saved</HeaderCell>
            <HeaderCell>By</HeaderCell>
            <HeaderCell>Terms</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {history.map(({ version, created_at, actor, profile }) => (
            <Row key={version}>
              <Cell>{version}</Cell>
              <Cell className="whitespace-nowrap">
                <ExactTime at={created_at} timeZone={timeZone} />
              </Cell>
              <Cell>{actor.name ?? "System"}</Cell>
              <Cell>{termsWords(profile)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
