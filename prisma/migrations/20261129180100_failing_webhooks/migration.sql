-- Owners and admins are mailed while every attempt to post to an endpoint fails, before it is disabled and once it is.
alter table alert drop constraint alert_kind_check;
alter table alert add constraint alert_kind_check
  check (kind in ('rollup_late', 'proof_failed', 'endpoint_silent', 'webhook_failing', 'webhook_disabled'));
