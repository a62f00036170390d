"use client";

import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { useResendMissing } from "@/lib/outbound/client";
import { refusalText } from "@/lib/platform/client/refusal-text";

export function ResendMissing({ id }: { id: number }) {
  const resend = useResendMissing(id);
  const send = () =>
    resend.mutate(undefined, {
      onSuccess: (count) =>
        toast.success(count === 0 ? "Nothing is missing" : `${count.toLocaleString("en-US")} sent again`),
      onError: (error) => toast.error(refusalText(error)),
    });
  return (
    <Button busy={resend.isPending} onClick={send}>
      Resend what is missing
    </Button>
  );
}
