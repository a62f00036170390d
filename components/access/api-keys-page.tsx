import clsx from "clsx";
import { EmptyState } from "@/components/ui/empty-state";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { ApiKey } from "@/lib/access/contract/credential";
import { type Access, may } from "@/lib/access/domain/access";
import { rolesWithin } from "@/lib/access/domain/roles";
import { CredentialState } from "./credential-state";
import { KeyLimits } from "./key-limits";
import { NewApiKey } from "./new-api-key";
import { RevokeButton } from "./revoke-button";
import { RotateButton } from "./rotate-button";
import { SettingsTabs } from "./settings-tabs";

type ApiKeysPageProps = {
  keys: readonly ApiKey[];
  access: Access;
  origin: string;
  timeZone: string;
  now: number;
};

export function ApiKeysPage({ keys, access, origin, timeZone, now }: ApiKeysPageProps) {
  const mayChange = may(access, "update", "keys");
  return (
    <>
      <SettingsTabs access={access} />
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <p className="mr-auto max-w-prose text-13 text-ink-muted">
          API keys are for your own systems. Give each system a key of its own, with the least it needs.
        </p>
        {mayChange && <NewApiKey roles={rolesWithin(access)} access={access} origin={origin} />}
      </div>
      {keys.length === 0 ? (
        <EmptyState title="No API keys yet">
          <p>{mayChange ? "Choose “New API key” to connect a system." : "Ask an owner or admin to create one."}</p>
        </EmptyState>
      ) : (
        <Table caption="API keys, newest first">
          <thead>
            <tr>
              <HeaderCell>Name</HeaderCell>
              <HeaderCell>State</HeaderCell>
              <HeaderCell className={WIDE}>Role</HeaderCell>
              <HeaderCell className={WIDE}>Key ID</HeaderCell>
              <HeaderCell className={WIDE}>Last used</HeaderCell>
              <HeaderCell align="end">{mayChange ? "Actions" : ""}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <Row key={key.id}>
                <Cell className="font-medium sm:min-w-40">
                  {key.name}
                  <span className={clsx("font-normal", FOLDED)}>
                    {key.role}
                    <KeyLimits apiKey={key} />
                  </span>
                </Cell>
                <Cell className="sm:whitespace-nowrap">
                  <CredentialState
                    revokedAt={key.revoked_at}
                    overlapUntil={key.previous_valid_until}
                    timeZone={timeZone}
                    now={now}
                  />
                </Cell>
                <Cell className={WIDE}>
                  {key.role}
                  <KeyLimits apiKey={key} />
                </Cell>
                <Cell className={clsx("font-mono text-12", WIDE)}>{key.key_id}</Cell>
                <Cell className={clsx("whitespace-nowrap text-ink-muted", WIDE)}>
                  {key.last_used_at ? <RelativeTime at={key.last_used_at} timeZone={timeZone} /> : "never"}
                </Cell>
                <Cell align="end">
                  {mayChange && key.revoked_at === null && (
                    <span className="flex justify-end gap-2 max-sm:flex-col">
                      <RotateButton apiKey={key} origin={origin} />
                      <RevokeButton kind="api-keys" id={key.id} name={key.name} />
                    </span>
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
