### The desk of the officers who draft and sign alerts: its page, and nothing that the public reads.
### Переклад ще не перевірив носій мови. Not yet reviewed by a native speaker.

## Head
desk-title = hinan desk: підписуєте те, що бачите
# $person: a name.
desk-signs-for = Тут підписує { $person }
desk-key-unknown = Цього ключа немає у в’язці: читати можна, але його підпис нічого не важить.
desk-ring-until = В’язка ключів № { $number }, до { $date }
desk-ring-expired = Строк в’язки ключів минув { $date }. Візьміть новішу в її хранителів.
desk-tab-now = Зараз
desk-tab-warn = Нова тривога
desk-tab-drill = Нове навчання
desk-skip = До робочого столу
desk-map-help = Мапа територій тривог. Під час малювання кут ставить клацання або Enter; стрілки рухають мапу.
desk-lab = ЛАБОРАТОРІЯ: назовні це не потрапляє
desk-live = СПРАВЖНЄ: це дійде до людей

## What goes on
# $time: when the folder was last read.
desk-nothing = У цій теці немає чинних тривог. Прочитано о { $time }. Про саму небезпеку це нічого не каже.
desk-read = Прочитано о { $time }
desk-no-contact = Немає зв’язку з програмою з { $time }. Показане могло застаріти.
desk-awaiting = Чекає на підпис
desk-in-force = Діє
desk-on-hold = Призупинено
desk-unconfirmed = Непідтверджено
desk-lapsed = Більше не підтверджено
desk-ended = Завершено
desk-refused = Відхилено
desk-refused-help = Цим файлам не вірять, і нікому про них не кажуть. Код називає причину.
# $words: four words.
desk-active-digest = Усе чинне чотирма словами: { $words }
desk-active-help = Інший стіл із тією самою текою показує ті самі слова.
# $ago, $left, $length: lengths of time.
desk-issued = Видано о { $time }, { $ago } тому
desk-issued-ahead = Видано о { $time }: це пізніше за цей годинник. Один із годинників хибить.
desk-drafted = Складено о { $time }, { $ago } тому
desk-until = Діє до { $time }, лишилося { $left }
desk-hold-until = Призупинено до { $time }, лишилося { $left }; потім знову діє, якщо не підпише другий офіцер
desk-lapsed-since = Не підтверджено з { $time }. Ніхто не казав, що все скінчилося.
desk-final = Остаточно.
desk-replaced-by = Замінено на: { $words }
desk-ended-by = Завершило: { $words }
desk-drill-cut = Перервано справжньою тривогою
desk-signed-by = Підписали: { $people }.
# $signed, $needed (numbers): persons.
desk-signed-of = { $signed } з { $needed } осіб.
desk-two-keys = { $person }: підписи { $keys } ключами, рахується один раз.
desk-not-counted = Підпис не зараховано: { $reason }
desk-verified = Перевірено
desk-awaited = Чекає на другого офіцера
desk-awaited-first = Без підписів
desk-kind-arming = Наказ, підписаний наперед: див. hinan alert show
desk-kind-void-arming = Наказ, підписаний наперед, відкликано
desk-open = Переглянути
desk-review = Перевірити й підписати
desk-cancel = Відкликати
desk-clear = Дати відбій
desk-update = Замінити
desk-about = Стосується: { $what }

## A new alert or drill
desk-new-alert = Нова тривога
desk-new-drill = Нове навчання
desk-new-update = Замінити тривогу
desk-drill-note = НАВЧАННЯ: кожен текст починається і закінчується словом навчання
desk-hazard = Яка небезпека?
desk-stage = Що люди мають робити?
desk-where = Де?
desk-where-zones = Зони за назвою
desk-where-drawn = Намалювати на мапі
desk-zones = Зони
desk-zones-find = Знайти зону
desk-zones-none = Цей стіл не знає зон. Запустіть його з регіоном, що має зони, або з --zones.
desk-zones-chosen = Вибрано: { $names }
desk-draw-help = Клацайте кути один за одним або рухайте мапу стрілками й тисніть Enter. Останній кут з’єднується з першим.
desk-corners = Кути, по одному в рядку: широта,довгота
desk-corners-wrong = Рядок { $line } — не широта,довгота.
desk-corner-undo = Прибрати останній кут
desk-corners-clear = Прибрати всі кути
desk-place-name = Назва місця, як її знають люди
desk-duration = На який час?
# $hours (number): whole hours.
desk-hours = { $hours } год
desk-impact = Прибуде за стільки хвилин, якщо відомо
desk-languages = Мови
desk-preview = Що прочитають люди
desk-preview-none = Виберіть небезпеку, що робити і де. Без місця нічого не надсилається.
desk-ends = до { $time }, якщо не підтвердять знову
desk-write = Скласти чернетку
desk-write-drill = Скласти чернетку навчання
desk-write-help = Без підпису потрапляє до спільної теки, другий стіл бачить одразу. Нікого не попереджають, доки не підпишуть двоє офіцерів.

## What it comes to
# $people, $shelters (numbers).
desk-people = { $people ->
    [one] { $people } особа
    [few] { $people } особи
   *[other] { $people } осіб
}
desk-people-guess = оцінка за будинками мапи
desk-people-unknown = люди й укриття всередині: невідомо, регіон не відкрито
desk-shelters = { $shelters ->
    [one] { $shelters } укриття
    [few] { $shelters } укриття
   *[other] { $shelters } укриттів
}
desk-spill = Поза вибраною територією: { $people ->
    [one] { $people } особа
    [few] { $people } особи
   *[other] { $people } осіб
}
desk-length = { $used } з { $most } { $alphabet }
desk-form-all = Для кожного каналу
desk-form-headline = Заголовок
desk-form-description = Що, де, коли
desk-form-instruction = Що робити
desk-form-short90 = Найкоротший
desk-form-short360 = Короткий
desk-form-long = Довге мовлення
desk-form-speech = Як це вимовляють

## Review and sign
desk-review-help = Усе тут прочитано з тих самих байтів, які підписуються.
desk-kind = Вид
desk-danger = Небезпека
desk-how-near = Ступінь
desk-place = Місце
desk-concerned = Усередині
desk-time = Час
desk-time-span = від { $from } до { $to }, { $length }
desk-arrives = прибуття о { $time }
desk-issued-only = видано о { $time }
desk-state = Стан
desk-signatures = Підписи
desk-four-words = Чотири слова
desk-four-words-help = Прочитайте їх другому офіцерові. Якщо слова різні, то й байти різні: не підписуйте.
desk-digest = Увесь дайджест
desk-texts = Текст усіма мовами
desk-retype = Введіть кількість людей усередині
desk-retype-help = Це дійде до стількох людей: { $people }. Введіть це число.
desk-retype-wrong = Це не кількість людей усередині.
desk-passphrase = Парольна фраза вашого ключа
desk-passphrase-help = Передається лише програмі на цій машині й не зберігається.
# $what: the headline of the alert.
desk-sign-as = Підписати: { $what }
desk-signing = Підписую…
desk-signed-done = Підписано. { $state }
desk-discard = Викинути чернетку
desk-discarded = Чернетку викинуто.
desk-back = Назад до чинного
desk-already = Ви це підписали. Має підписати інша особа за своїм столом.

## Calling back, ending
desk-cancel-title = Відкликати
desk-cancel-help = Один підпис призупиняє: людям кажуть, що є повідомлення про помилку. Другий підпис робить це остаточним.
desk-cancel-help-late = Час, коли один офіцер може призупинити, минув, або в’язка цього не дозволяє: нічого не зміниться, доки не підпишуть двоє.
desk-cancel-error = Надіслано помилково
desk-cancel-error-help = Цього не слід було надсилати.
desk-cancel-withdrawn = Більше не очікується
desk-cancel-withdrawn-help = Було правильно, але того, про що попереджали, більше не очікують.
desk-clear-help = Відбій: людям скажуть, що небезпека минула. Нічого не зміниться, доки не підпишуть двоє офіцерів.

## Errors
desk-error-token = Сторінку відкрито не за адресою, яку стіл показав при запуску. Відкрийте ту адресу.
desk-error-gone = Цього вже немає в теці.
desk-error-passphrase = Ця фраза не відмикає ключ. Спробуйте ще раз: ніщо не блокується, лише кожна спроба довша.
