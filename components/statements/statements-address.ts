import { STATEMENT_STATES, type StatementState } from "@/lib/domain/statement/statement-state";

/** What of the statements is shown. */
export type StatementsView = {
  readonly buyer_id?: string | undefined;
  readonly traffic_source_id?: string | undefined;
  readonly state?: StatementState | undefined;
  readonly cursor?: string | undefined;
};

type Parameter = string | string[] | undefined;
export type StatementsParameters = Readonly<Partial<Record<keyof StatementsView, Parameter>>>;

export function readStatementsView(parameters: StatementsParameters): StatementsView {
  const first = (value: Parameter) => (Array.isArray(value) ? value[0] : value);
  const id = (value: Parameter) => (/^[1-9][0-9]{0,14}$/.test(first(value) ?? "") ? first(value) : undefined);
  const state = STATEMENT_STATES.find((each) => each === first(parameters.state));
  const [buyer_id, traffic_source_id] = [id(parameters.buyer_id), id(parameters.traffic_source_id)];
  return { ...(buyer_id ? { buyer_id } : { traffic_source_id }), state, cursor: first(parameters.cursor) };
}

export function statementsAddress(view: StatementsView, base = "/billing/statements"): string {
  const given = Object.entries(view).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return given.length === 0 ? base : `${base}?${new URLSearchParams(given)}`;
}
