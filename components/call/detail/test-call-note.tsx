/** What to try on a test call. */
export function TestCallNote({ converted }: { converted: boolean }) {
  return (
    <p className="-mt-4 mb-6 text-13 text-ink-muted">
      {converted
        ? "This test call is billed like any other. The next rollup posts what is pending; clear Buyer Converted? to credit it."
        : "This is a test call. Select Buyer Converted? and save: the next rollup posts its charge to the buyer."}
    </p>
  );
}
