type DriverError = {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly kind?: unknown;
  readonly message?: unknown;
  readonly meta?: unknown;
  readonly driverAdapterError?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
};

/**
 * Every code in an error and its causes: SQLSTATE, system codes, Prisma's codes, and the kinds of Prisma's driver
 * adapter. Prisma stores the database's error in `meta`, other libraries in `cause`.
 */
export function codesOf(reason: unknown): string[] {
  const codes = wrappedIn(reason).flatMap(({ code, originalCode, kind }) => [code, originalCode, kind]);
  return codes.filter((code): code is string => typeof code === "string");
}

/** The messages of an error and its causes, outermost first. */
export function messagesOf(reason: unknown): string[] {
  return wrappedIn(reason).flatMap(({ message }) => (typeof message === "string" ? [message] : []));
}

function wrappedIn(reason: unknown, seen = new Set<unknown>()): DriverError[] {
  if (typeof reason !== "object" || reason === null || seen.has(reason)) return [];
  seen.add(reason);
  const error: DriverError = reason;
  const inner = [
    error.meta,
    error.driverAdapterError,
    error.cause,
    ...(Array.isArray(error.errors) ? error.errors : []),
  ];
  return [error, ...inner.flatMap((error) => wrappedIn(error, seen))];
}
