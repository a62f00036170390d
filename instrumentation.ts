/** Runs once when a server starts (a convention of Next.js). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { normalizeRequests } = await import("@/lib/platform/http/normalize-requests");
    const { recordPages } = await import("@/lib/platform/http/record-pages");
    const { startBackgroundWork } = await import("@/lib/jobs/start-background-work");
    normalizeRequests();
    recordPages();
    await startBackgroundWork();
  }
}

/** Logs an error of a page (a convention of Next.js). */
export async function onRequestError(reason: unknown, _request: unknown, { routePath }: { routePath: string }) {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { recordRequest } = await import("@/lib/platform/http/record-request");
    recordRequest.failure(routePath, "", reason);
  }
}
