export function periodAddress(month: string, cursor?: string | null): string {
  return `/billing/periods/${month}${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ""}`;
}

export type PeriodCallsAddress = {
  readonly warning?: string | undefined;
  readonly day?: string | undefined;
  readonly cursor?: string | undefined;
};

export function periodCallsAddress(month: string, { warning, day, cursor }: PeriodCallsAddress): string {
  const parameters = new URLSearchParams({
    ...(warning && { warning }),
    ...(day && { day }),
    ...(cursor && { cursor }),
  });
  return `/billing/periods/${month}/calls${parameters.size > 0 ? `?${parameters}` : ""}`;
}
