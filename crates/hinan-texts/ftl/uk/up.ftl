### What `hinan up` shows of a new region.
### Переклад ще не перевірив носій мови. Not yet reviewed by a native speaker.

up-from = з
up-has = має
up-left-out = пропущено
up-source-dated = { $file } ({ $role }, { $format }), дата { $date }: { $records ->
    [one] { $records } запис
    [few] { $records } записи
    [many] { $records } записів
   *[other] { $records } запису
} з { $rows ->
    [one] { $rows } рядка
   *[other] { $rows } рядків
}
up-date-unknown = невідома
up-counts = { $nodes ->
    [one] { $nodes } вузол
    [few] { $nodes } вузли
    [many] { $nodes } вузлів
   *[other] { $nodes } вузла
}, { $arcs ->
    [one] { $arcs } дуга
    [few] { $arcs } дуги
    [many] { $arcs } дуг
   *[other] { $arcs } дуги
}, { $shelters ->
    [one] { $shelters } укриття або кандидат
    [few] { $shelters } укриття та кандидати
    [many] { $shelters } укриттів та кандидатів
   *[other] { $shelters } укриття та кандидата
}, { $doorsteps ->
    [one] { $doorsteps } поріг
    [few] { $doorsteps } пороги
    [many] { $doorsteps } порогів
   *[other] { $doorsteps } порога
}
up-all-reasons = { $reasons } (усі причини: hinan info)
up-built = створено за { $milliseconds } мс, { $bytes ->
    [one] { $bytes } байт
    [few] { $bytes } байти
    [many] { $bytes } байтів
   *[other] { $bytes } байта
}
up-doorsteps = { $pace }. Приклади порогів у різних частинах:
up-none = З жодного порога цього району неможливо дійти до укриття.
up-in-full = Перший з них повністю, звідки: { $start }:
up-next = Що спробувати далі:
