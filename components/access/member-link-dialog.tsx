import { ExactTime } from "@/components/ui/exact-time";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";

type MemberLinkDialogProps = {
  title: string;
  link: { readonly link: string; readonly expires_at: string; readonly mailed: boolean };
  email: string;
  timeZone: string;
  onClose: () => void;
};

/** The link by which a member sets a password. */
export function MemberLinkDialog({ title, link, email, timeZone, onClose }: MemberLinkDialogProps) {
  return (
    <ShownOnceDialog
      title={title}
      blocks={[{ title: "Link to set a password", code: link.link }]}
      note={
        <>
          {link.mailed ? `The link was also sent to ${email}.` : `Pass it on to ${email} yourself.`} It works once,
          until <ExactTime at={link.expires_at} timeZone={timeZone} />.
        </>
      }
      onClose={onClose}
    />
  );
}
