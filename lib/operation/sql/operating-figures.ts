import { ownConnection } from "./own-connection";

export type OperatingFigures = {
  readonly queueLength: number;
  readonly queueSeconds: number;
  readonly rollupLagSeconds: number;
  readonly inboxOpen: number;
  readonly deliveryLagSeconds: number;
};

type Row = {
  queue_length: string;
  queue_seconds: number;
  rollup_lag_seconds: number;
  inbox_open: string;
  delivery_lag_seconds: number;
};

/** Sums over all companies, read by the function of the same name. */
export async function readOperatingFigures(): Promise<OperatingFigures> {
  const { rows } = await ownConnection().query<Row>("select * from operating_figures()");
  const [row] = rows;
  if (!row) throw new Error("operating_figures() returned no row");
  return {
    queueLength: Number(row.queue_length),
    queueSeconds: row.queue_seconds,
    rollupLagSeconds: row.rollup_lag_seconds,
    inboxOpen: Number(row.inbox_open),
    deliveryLagSeconds: row.delivery_lag_seconds,
  };
}
