import { isMonth, type Month } from "@/lib/base/month";
import type { OwnerType } from "@/lib/party/domain/account-owner";
import { STATEMENT_STATES, type StatementState } from "@/lib/statement/domain/statement-state";

export const SHOWN_STATES = ["open", ...STATEMENT_STATES] as const;
export type ShownState = "open" | StatementState;

export type StatementsView = {
  readonly buyer_id?: string | undefined;
  readonly traffic_source_id?: string | undefined;
  readonly q?: string | undefined;
  readonly type?: OwnerType | undefined;
  readonly month?: Month | undefined;
  readonly state?: ShownState | undefined;
  readonly cursor?: string | undefined;
};

type Parameter = string | string[] | undefined;
export type StatementsParameters = Readonly<Partial<Record<keyof StatementsView, Parameter>>>;

const TYPES = ["buyer", "traffic_source"] as const;
const LONGEST_NAME = 100;

/** Missing and unknown filters are left out. */
export function readStatementsView(parameters: StatementsParameters): StatementsView {
  const first = (name: keyof StatementsView) => [parameters[name]].flat()[0]?.trim() || undefined;
  const id = (text: string | undefined) => (text !== undefined && /^[1-9][0-9]{0,14}$/.test(text) ? text : undefined);
  const [buyer_id, traffic_source_id, month] = [id(first("buyer_id")), id(first("traffic_source_id")), first("month")];
  return {
    ...(buyer_id ? { buyer_id } : { traffic_source_id }),
    q: first("q")?.slice(0, LONGEST_NAME),
    type: TYPES.find((candidate) => candidate === first("type")),
    month: month !== undefined && isMonth(month) ? month : undefined,
    state: SHOWN_STATES.find((candidate) => candidate === first("state")),
    cursor: first("cursor"),
  };
}

export function statementsAddress(view: StatementsView, base = "/billing/statements"): string {
  const parameters = Object.entries(view).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return parameters.length === 0 ? base : `${base}?${new URLSearchParams(parameters)}`;
}

export function isFiltered({ cursor: _, ...filters }: StatementsView): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}
