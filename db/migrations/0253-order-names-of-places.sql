-- Names of places as Vietnamese lists have them: đ after d, ă and â after a, tones last; "Thôn 2" before "Thôn 10".
create collation platform_vietnamese (provider = icu, locale = 'vi-u-kn-true');
