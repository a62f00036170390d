"use client";

import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { useResendDelivery } from "@/lib/outbound/client";
import { refusalText } from "@/lib/platform/client/refusal-text";

export function ResendDelivery({ id, deliveryId }: { id: number; deliveryId: string }) {
  const resend = useResendDelivery(id, deliveryId);
  const send = () =>
    resend.mutate(undefined, {
      onSuccess: () => toast.success("Sent again. The next attempt appears here."),
      onError: (error) => toast.error(refusalText(error)),
    });
  return (
    <Button busy={resend.isPending} onClick={send}>
      Resend
    </Button>
  );
}
