type Amounts = { readonly billedMinor: bigint; readonly closingMinor: bigint };

/** What was open before and is not settled: the opening balance less payments, in minor units. Negative: a credit. */
export function carriedOver({ billedMinor, closingMinor }: Amounts): bigint {
  return closingMinor - billedMinor;
}

/**
 * What a statement wants by its own due date, in minor units. What is carried over is wanted by the statements before; a
 * credit that is carried over makes it less.
 */
export function toPay({ billedMinor, closingMinor }: Amounts): bigint {
  const least = billedMinor < closingMinor ? billedMinor : closingMinor;
  return least > 0n ? least : 0n;
}
