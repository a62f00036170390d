/** Runs once when a server starts (a convention of Next.js). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { mendRequests } = await import("@/lib/platform/http/mend-requests");
    const { startBackgroundWork } = await import("@/lib/jobs/start-background-work");
    mendRequests();
    await startBackgroundWork();
  }
}
