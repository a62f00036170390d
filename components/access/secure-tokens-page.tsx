import clsx from "clsx";
import { EmptyState } from "@/components/ui/empty-state";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { SecureToken } from "@/lib/access/contract/credential";
import { type Access, may } from "@/lib/access/domain/access";
import { CredentialState } from "./credential-state";
import { NewSecureToken } from "./new-secure-token";
import { RevokeButton } from "./revoke-button";
import { SettingsTabs } from "./settings-tabs";

type SecureTokensPageProps = {
  tokens: readonly SecureToken[];
  access: Access;
  origin: string;
  timeZone: string;
  now: number;
};

export function SecureTokensPage({ tokens, access, origin, timeZone, now }: SecureTokensPageProps) {
  const mayChange = may(access, "update", "keys");
  return (
    <>
      <SettingsTabs access={access} />
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <p className="mr-auto max-w-prose text-13 text-ink-muted">
          With a secure token a buyer’s system marks calls as converted, by their UUIDs. A buyer’s own token reaches
          that buyer’s calls; one without a buyer reaches all.
        </p>
        {mayChange && <NewSecureToken origin={origin} />}
      </div>
      {tokens.length === 0 ? (
        <EmptyState title="No secure tokens yet">
          <p>{mayChange ? "Choose “New secure token” to connect a system." : "Ask an owner or admin to create one."}</p>
        </EmptyState>
      ) : (
        <Table caption="Secure tokens, newest first">
          <thead>
            <tr>
              <HeaderCell>Name</HeaderCell>
              <HeaderCell>State</HeaderCell>
              <HeaderCell className={WIDE}>Calls of</HeaderCell>
              <HeaderCell className={WIDE}>Created</HeaderCell>
              <HeaderCell>Last used</HeaderCell>
              <HeaderCell align="end">{mayChange ? "Actions" : ""}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {tokens.map((token) => (
              <Row key={token.id}>
                <Cell className="font-medium sm:min-w-40">
                  {token.name}
                  <span className={clsx("font-normal text-ink-muted", FOLDED)}>{buyerOf(token)}</span>
                </Cell>
                <Cell className="whitespace-nowrap">
                  <CredentialState revokedAt={token.revoked_at} timeZone={timeZone} now={now} />
                </Cell>
                <Cell className={WIDE}>{buyerOf(token)}</Cell>
                <Cell className={clsx("whitespace-nowrap text-ink-muted", WIDE)}>
                  <RelativeTime at={token.created_at} timeZone={timeZone} />
                </Cell>
                <Cell className="whitespace-nowrap text-ink-muted">
                  {token.last_used_at ? <RelativeTime at={token.last_used_at} timeZone={timeZone} /> : "never"}
                </Cell>
                <Cell align="end">
                  {mayChange && token.revoked_at === null && (
                    <RevokeButton kind="secure-tokens" id={token.id} name={token.name} />
                  )}
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}

const buyerOf = ({ buyer }: SecureToken) => buyer?.name ?? "all buyers";
