type Amounts = { readonly billedMinor: bigint; readonly closingMinor: bigint };

/** The unsettled opening balance less payments, in minor units. Negative: a credit. */
export function carriedOver({ billedMinor, closingMinor }: Amounts): bigint {
  return closingMinor - billedMinor;
}

/**
 * What a statement asks for by its due date, in minor units. A carried debt belongs to earlier statements; a carried
 * credit reduces the amount.
 */
export function toPay({ billedMinor, closingMinor }: Amounts): bigint {
  const least = billedMinor < closingMinor ? billedMinor : closingMinor;
  return least > 0n ? least : 0n;
}
