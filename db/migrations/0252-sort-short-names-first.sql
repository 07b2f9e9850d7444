-- Sort keys part words by `!` and letters from tones by a blank, no longer the other way round: a name comes before
-- those that go on after it ("An" before "An Bình"). Both marks change places; nothing else in a key does.
update children set name_sort = translate(name_sort, ' !', '! ');
update organisations_staff set name_sort = translate(name_sort, ' !', '! ');
