-- Low birth weight (QĐ 1896/QĐ-TTg) is a share of children weighed at birth: the facts of growth tell the kilograms too.
create or replace view growth_facts with (security_invoker = true) as
  select s.child_id, s.measurement_id, s.area_lft, s.measured_on, s.age_days, s.standard_version, m.oedema,
    s.z_len, s.z_wei, s.z_wfl, s.z_bmi, s.z_hc, s.z_ac, s.flags, s.classes, m.weight_kg
  from growth_scores s join growth_measurements m on m.child_id = s.child_id and m.id = s.measurement_id
  where m.undone_at is null;
