"use client";

import { type Ref, useState } from "react";
import { Section } from "@/components/ui/section";

export function RecordingSection({ url, ref }: { url: string; ref: Ref<HTMLAudioElement> }) {
  const [failed, setFailed] = useState(false);
  return (
    <Section title="Recording">
      {/* biome-ignore lint/a11y/useMediaCaption: the recording of a phone call has no captions. */}
      <audio
        ref={ref}
        controls
        preload="none"
        src={url}
        aria-label="Recording of this call"
        className="h-10 w-full"
        onError={() => setFailed(true)}
      />
      {failed && (
        <p role="status" className="mt-1 text-12 text-negative">
          The recording couldn’t be loaded. Browsers may play recordings from the hosts in the server’s MEDIA_HOSTS
          only; ask who operates Callmark to add its host, or{" "}
          <a href={url} target="_blank" rel="noreferrer" className="underline">
            open it in a new tab
          </a>
          .
        </p>
      )}
    </Section>
  );
}
