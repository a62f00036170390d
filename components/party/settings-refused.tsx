import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";

/** For those who are signed in but may not see settings. */
export function SettingsRefused({ what }: { what: string }) {
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">You may not see {what}</h1>}
      action={
        <a href="/calls" className={buttonClass({ variant: "primary" })}>
          Go to calls
        </a>
      }
    >
      <p>This page needs the permission “settings: read”. An owner or admin of this company can give it to you.</p>
    </EmptyState>
  );
}
