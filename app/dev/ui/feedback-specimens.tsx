"use client";

import { toast } from "sonner";
import { ActionBar } from "@/components/ui/action-bar";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Loading } from "@/components/ui/loading";
import { NoAccess } from "@/components/ui/no-access";
import { RefusalLine } from "@/components/ui/refusal-line";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import { LONG, Specimen, Specimens } from "./specimen";

const ALERTS = ["negative", "caution", "positive"] as const;
const TONES: Tone[] = ["positive", "neutral", "pending", "caution", "negative"];

export function FeedbackSpecimens() {
  return (
    <Specimens title="Feedback">
      {ALERTS.map((tone) => (
        <Specimen key={tone} state={`Alert, ${tone}`}>
          <Alert tone={tone} title="The month is closed" actions={<Button size="sm">Show the entries</Button>}>
            <p>Corrections are booked in November.</p>
          </Alert>
        </Specimen>
      ))}
      <Specimen state="Alert with long text" wide>
        <Alert tone="caution" title={LONG}>
          <p>{LONG}</p>
        </Alert>
      </Specimen>
      <Specimen state="Badges">
        <div className="flex flex-wrap gap-2">
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
          <Badge tone="neutral">{LONG}</Badge>
        </div>
      </Specimen>
      <Specimen state="Statuses">
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          {TONES.map((tone) => (
            <Status key={tone} tone={tone}>
              {tone}
            </Status>
          ))}
        </div>
      </Specimen>
      <Specimen state="Loading">
        <Loading>
          <div className="space-y-2">
            <Skeleton />
            <Skeleton className="h-4 w-full" />
            <Spinner />
          </div>
        </Loading>
      </Specimen>
      <Specimen state="Empty" wide>
        <EmptyState title="No calls yet" action={<Button variant="primary">Connect an integration</Button>}>
          Calls appear here once a phone system reports them.
        </EmptyState>
      </Specimen>
      <Specimen state="No access" wide>
        <NoAccess to="billing" />
      </Specimen>
      <Specimen state="Toasts">
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => toast.success("Saved")}>Success</Button>
          <Button onClick={() => toast.error("Nothing was saved", { description: LONG })}>Error</Button>
        </div>
      </Specimen>
      <Specimen state="Action bar with a refusal" wide>
        <div className="relative overflow-hidden rounded-lg border px-4 pb-8 sm:px-6">
          <ActionBar message={<RefusalLine refusal="Somebody else saved this call meanwhile." isEdited />}>
            <Button>Discard</Button>
            <Button variant="primary">Save changes</Button>
          </ActionBar>
        </div>
      </Specimen>
    </Specimens>
  );
}
