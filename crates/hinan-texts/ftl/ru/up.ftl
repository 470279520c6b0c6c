### What `hinan up` shows of a new region.
### Перевод ещё не проверен носителем языка. Not yet reviewed by a native speaker.

up-from = из
up-has = есть
up-left-out = пропущено
up-source-dated = { $file } ({ $role }, { $format }), дата { $date }: { $records ->
    [one] { $records } запись
    [few] { $records } записи
    [many] { $records } записей
   *[other] { $records } записи
} из { $rows ->
    [one] { $rows } строки
   *[other] { $rows } строк
}
up-date-unknown = неизвестна
up-counts = { $nodes ->
    [one] { $nodes } узел
    [few] { $nodes } узла
    [many] { $nodes } узлов
   *[other] { $nodes } узла
}, { $arcs ->
    [one] { $arcs } дуга
    [few] { $arcs } дуги
    [many] { $arcs } дуг
   *[other] { $arcs } дуги
}, { $shelters ->
    [one] { $shelters } укрытие или кандидат
    [few] { $shelters } укрытия и кандидата
    [many] { $shelters } укрытий и кандидатов
   *[other] { $shelters } укрытия и кандидата
}, { $doorsteps ->
    [one] { $doorsteps } порог
    [few] { $doorsteps } порога
    [many] { $doorsteps } порогов
   *[other] { $doorsteps } порога
}
up-all-reasons = { $reasons } (все причины: hinan info)
up-built = создано за { $milliseconds } мс, { $bytes ->
    [one] { $bytes } байт
    [few] { $bytes } байта
    [many] { $bytes } байт
   *[other] { $bytes } байта
}
up-doorsteps = { $pace }. Примеры порогов в разных частях:
up-none = Ни с одного порога этого района нельзя дойти до укрытия.
up-in-full = Первый из них полностью, откуда: { $start }:
up-next = Что попробовать дальше:
