import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

/** For those who are signed in but may not see settings. */
export function SettingsRefused({ what }: { what: string }) {
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">You don’t have access to {what}</h1>}
      action={
        <a href="/calls" className={buttonClass({ variant: "primary" })}>
          Go to calls
        </a>
      }
    >
      <p>This page requires the permission “settings: read”. Ask an owner or admin for access.</p>
    </EmptyState>
  );
}
