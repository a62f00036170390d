import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { CopyId } from "@/components/ui/copy-id";
import { Notice } from "./notice";

export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const digest = digestOf(error);
  return (
    <Notice
      title="Something went wrong"
      actions={
        <>
          <Button variant="primary" onClick={onRetry}>
            Try again
          </Button>
          <a href="/calls" className={buttonClass()}>
            Go to calls
          </a>
        </>
      }
    >
      <p>Callmark couldn’t load this page. Saved changes are safe, but unsaved edits are lost. Try again.</p>
      {digest && (
        <p>
          If this keeps happening, contact support with this error ID: <CopyId value={digest} />
        </p>
      )}
    </Notice>
  );
}

function digestOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}
