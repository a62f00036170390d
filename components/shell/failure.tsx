import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { CopyId } from "@/components/ui/copy-id";
import { HOME_PATH } from "./home-path";
import { Notice } from "./notice";

export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const digest = digestOf(error);
  return (
    <Notice
      title="This page could not be shown"
      actions={
        <>
          <Button variant="primary" onClick={onRetry}>
            Try again
          </Button>
          <a href={HOME_PATH} className={buttonClass()}>
            Go to calls
          </a>
        </>
      }
    >
      <p>Something failed on our side. What was saved before is safe; what you had not saved yet was not saved.</p>
      {digest && (
        <p>
          If it happens again, tell us this number: <CopyId value={digest} />
        </p>
      )}
    </Notice>
  );
}

function digestOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}
