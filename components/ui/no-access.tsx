import { buttonClass } from "./button-class";
import { EmptyState } from "./empty-state";

export function NoAccess({ to, permission = "billing: read" }: { to: string; permission?: string | undefined }) {
  return (
    <EmptyState
      title={<h1 className="font-semibold text-20">You don’t have access to {to}</h1>}
      action={
        <a href="/calls" className={buttonClass({ variant: "primary" })}>
          Go to calls
        </a>
      }
    >
      <p>This page requires the permission “{permission}”. Ask an owner or admin for access.</p>
    </EmptyState>
  );
}
