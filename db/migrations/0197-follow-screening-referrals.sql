-- What became of a referral that a screening proposed: who took it up, what came of it. The audit keeps each step.
alter table screening_referrals add column state text not null default 'proposed';
alter table screening_referrals add column state_on date;
alter table screening_referrals add column state_note text;
alter table screening_referrals add constraint screening_referrals_state_known
  check (state in ('proposed', 'taken-up', 'done', 'refused'));
alter table screening_referrals add constraint screening_referrals_state_has_day
  check ((state = 'proposed') = (state_on is null));
alter table screening_referrals add constraint screening_referrals_refusal_has_reason
  check (state <> 'refused' or length(state_note) > 0);
alter table screening_referrals add constraint screening_referrals_note_short check (length(state_note) <= 500);
