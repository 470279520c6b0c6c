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

## Orders signed ahead
desk-tab-arm = Наказ наперед
desk-kind-arming = Наказ, підписаний наперед
desk-kind-void-arming = Відкликання наказу, підписаного наперед
desk-kind-other = Документ, який тут не підписують
desk-armed = Наказ діє: тривогу може підняти один офіцер
desk-armed-until = До { $time }, лишилося { $left }
desk-armed-from = Від { $time }
desk-void-state = Відкликано. За ним більше ніхто не підніме тривоги.
desk-new-arm = Дозволити піднімати тривогу самому
desk-arm-help = Двоє підписують наперед. Відтоді кожен названий може сам підняти тривоги, вибрані нижче, у цих зонах і в цей час.
desk-arm-who = Хто може сам?
desk-arm-templates = Які тривоги?
desk-arm-hours = На скільки годин відтепер?
desk-arm-life = Скільки щонайбільше діє одна тривога?
desk-arm-none = Виберіть, хто, які тривоги і де.
desk-arm-write = Скласти чернетку наказу
desk-arm-feed = { $name }, автоматичне джерело
desk-raise = Підняти тривогу за ним
desk-void = Відкликати наказ
desk-new-armed = Тривога від одного офіцера
desk-armed-note = За наказом, підписаним наперед: діє з одним підписом.
desk-armed-write-help = Без підпису потрапляє до спільної теки. Досить вашого підпису, щоб тривога діяла.
desk-who = Хто
desk-which = Тривоги
desk-longest = Одна тривога щонайбільше
desk-sender = Надсилає
desk-under-order = За наказом
desk-people-nobody = люди всередині: ніхто не рахував
desk-people-zone-nobody = ніхто не рахував

## What cannot be done, by code
desk-error-already = Ви це вже підписали. Другий підпис має дати інша особа, хоч би яким ключем.
desk-error-area = Виберіть або зони, або малюнок, і не забагато.
desk-error-area-drawing = Малюнок непридатний. Потрібно щонайменше три кути.
desk-error-area-no-name = Дайте намальованому місцю назву, яку знають люди.
desk-error-area-none = Місця не вибрано. Без місця нічого не надсилається.
desk-error-area-refused = З таким місцем не надсилається: { $reasons }
desk-error-area-unknown-zone = У таблиці цього столу немає зони «{ $zone }».
desk-area-crosses = лінія перетинає або торкається себе
desk-area-swapped = широту й довготу переплутано
desk-area-elsewhere = воно за межами цього регіону
desk-area-too-much = забагато кутів
desk-area-other = незрозуміло, де це
desk-error-arming-hours = Наказ діє задовго або зовсім не діє. За в’язкою щонайбільше { $most } хв.
desk-error-arming-life = Одна тривога діяла б задовго або зовсім не діяла. За в’язкою щонайбільше { $most } хв.
desk-error-arming-nobody = Не вибрано, хто може піднімати тривогу сам.
desk-error-arming-not-now = Наказ зараз не діє: бракує підписів, його відкликано або його час минув.
desk-error-arming-outside = Наказ не охоплює цієї тривоги, зони або тривалості.
desk-error-arming-unknown = В’язка не знає ані особи, ані джерела «{ $who }».
desk-error-armed-drill = Навчання ніколи не піднімають за наказом, підписаним наперед.
desk-error-body = Сторінка і програма не розуміють одна одну. Завантажте сторінку знову.
desk-error-broken = З цим документом щось не так. Його не підписують; складіть знову.
desk-error-cap = Повідомлення було б недійсним.
desk-error-impact-outside = Час прибуття поза часом дії тривоги.
desk-error-key = Файл ключа непридатний.
desk-error-language = Однією з мов текстів немає.
desk-error-machine = Збій програми або спільної теки.
desk-error-mixed-hazards = Ці тривоги про різні небезпеки. Завершуйте кожну окремо.
desk-error-mixed-worlds = Справжнє й навчальне ніколи не в одному документі.
desk-error-no-language = Мови не вибрано.
desk-error-no-ring = Тут немає в’язки ключів: ніхто не міг би підписати.
desk-error-no-such-pair = Для цієї небезпеки на цьому ступені тривоги немає.
desk-error-no-target = Тривоги не названо.
desk-error-not-an-alert = Це не тривога і не навчання.
desk-error-not-here = Ваш ключ не може цього підписати, або підпис більше не потрібен.
desk-error-other-bytes = Повідомлення поряд із документом — не те, яке підписали.
desk-error-people = Це не кількість людей усередині.
desk-error-reason = Виберіть, чому відкликаєте.
desk-error-room = У файлі немає місця для ще одного підпису.
desk-error-signed = Це вже хтось підписав. Таке відкликають, а не викидають.
desk-error-statement = Приймачі це відхилили б.
desk-error-template = Шаблону з такою назвою немає.
desk-error-too-long = Це задовго або зовсім нуль. За в’язкою щонайбільше { $most } хв.
desk-error-world = Цей стіл не складає для цього світу.
desk-why-earthquake-expect = за хвилини ніхто не знає; за секунди це «{ $order }»
desk-why-chemical-prepare = викид не передбачити за години

## What is wrong in a message, by code
desk-fault-sent = Повідомлення й документ не з однієї секунди: { $message }, { $statement }.
desk-fault-hazard = Повідомлення про іншу небезпеку, ніж документ: { $hazard }.
desk-fault-template = Документ називає шаблон { $template }, повідомлення — інший.
desk-fault-no-template = Повідомлення не називає шаблону для цього. Ніхто не скаже, що там мало б бути.
desk-fault-expires = Повідомлення й документ закінчуються в різний час.
desk-fault-status = У повідомленні { $found }, документ для { $wanted }.
desk-fault-message-type = Повідомлення типу { $found }, а не { $wanted }.
desk-fault-no-text = У повідомленні немає тексту.
desk-fault-head = Довкола текстів є те, чого не складає жоден шаблон.
desk-fault-other-zones = Зони повідомлення — не ті, що в документі.
desk-fault-blocks-differ = Ці тексти кажуть не те саме: { $language } відрізняється від { $first }: { $parts }.
desk-fault-unknown-language = Мовою { $language } шаблону немає. Ніхто не скаже, що каже цей текст.
desk-fault-not-composed = { $language } — не те, що складає шаблон: { $parts }.
desk-fault-unknown-zone = У таблиці цього столу немає зони { $zone }. Ніхто не скаже, де це.
desk-fault-zone-name = Повідомлення називає зону { $zone } «{ $found }». Її назва «{ $wanted }».
desk-fault-zone-outline = Намальоване для зони { $zone } — не її межа.
desk-fault-targets = Воно не таке, як тривоги, яких стосується: { $parts }.
desk-part-ground = територія
desk-part-zones = зони
desk-part-places = назви місць
desk-part-hazard = небезпека
desk-part-codes = коди
desk-part-times = час
desk-part-words = слова
desk-part-sender = відправник
desk-part-rest = те, чого немає в шаблонах

## Files that are left out, by code
desk-file-no-envelope = Поряд немає конверта: це ніхто не підписав.
desk-file-too-large = Завеликий.
desk-file-too-many-files = У теці забагато файлів; переглянуто лише перші.
desk-file-unreadable = Не читається.

## Why a document is not believed, by code; what the codes mean stands in docs/trust.md
desk-refusal-too-large = Конверт завеликий.
desk-refusal-bad-envelope = Це не справжній конверт: файл пошкоджено або він не наш.
desk-refusal-bad-base64 = Частину конверта пошкоджено.
desk-refusal-too-many-signatures = У конверті забагато підписів.
desk-refusal-foreign-type = Це чужий документ.
desk-refusal-update-needed = Це новіше за цю програму. Оновіть програму.
desk-refusal-unexpected-type = Документ не того типу, який тут потрібен.
desk-refusal-bad-bundle = Пакунок пошкоджено.
desk-refusal-root-not-pinned = Це не той корінь, якому довіряє цей стіл.
desk-refusal-root-gap = Бракує кореня між ними; лишається останній добрий.
desk-refusal-root-fork = Відомий інший корінь із тим самим номером.
desk-refusal-root-world = Корінь міняє справжнє на лабораторне або навпаки.
desk-refusal-root-threshold-before = Замало осіб попереднього кореня підписали.
desk-refusal-root-threshold-own = Замало власних осіб підписали корінь.
desk-refusal-ring-threshold = Замало хранителів підписали в’язку.
desk-refusal-ring-too-long = В’язка заявляє задовгий строк.
desk-refusal-ring-rolled-back = Відома новіша в’язка.
desk-refusal-ring-missing = Під найновішим коренем немає чинної в’язки; лишаються останні добрі.
desk-refusal-no-ring = Немає в’язки, щоб перевірити підписи.
desk-refusal-no-valid-signature = Жоден підпис не зроблено ключем із в’язки.
desk-refusal-bad-json = Документ пошкоджено.
desk-refusal-bad-statement = У документі чогось бракує, щось зайве або він суперечить собі.
desk-refusal-other-scope = Документ належить до іншого кореня.
desk-refusal-type-not-granted = Ніхто з підписантів не має права на такі документи.
desk-refusal-outside-rights = Ніхто з підписантів не має права на цей ступінь, небезпеку, зону чи укриття.
desk-refusal-compromised-key = Підписів вистачало, доки один ключ не виявився в чужих руках.
desk-refusal-ring-too-old = Строк в’язки минув понад 400 днів тому.
desk-refusal-ring-too-old-for-one = Строк в’язки минув понад 30 днів тому: однієї особи замало.
desk-refusal-standalone-missing = Жоден підпис не з окремої програми.
desk-refusal-second-person-awaited = Підписало менше осіб, ніж вимагає в’язка.
desk-refusal-builder-missing = Немає підпису машини, що збирає.
desk-refusal-reviewer-missing = Замало осіб прочитали відмінності й підписали.
desk-refusal-wrong-holder = Підписала машина не того виду.
desk-refusal-arming-unseen = Наказу, на який воно посилається, немає в теці.
desk-refusal-arming-not-valid = Наказові, на який воно посилається, бракує підписів або прав.
desk-refusal-arming-void = Наказ відкликано.
desk-refusal-arming-too-long = Наказ охоплює більше годин, ніж дозволено.
desk-refusal-armed-by-other = Наказ називає інших.
desk-refusal-armed-outside-hours = Видано поза часом наказу.
desk-refusal-armed-outside-zones = Названо зону, якої немає в наказі.
desk-refusal-armed-other-hazard = Про небезпеку, якої немає в наказі.
desk-refusal-armed-other-stage = Ступеня, якого немає в наказі.
desk-refusal-armed-other-template = За шаблоном, якого немає в наказі.
desk-refusal-armed-too-long = Діє довше, ніж дозволяє наказ.
desk-refusal-solo-too-long = Тривога від одного офіцера діє довше, ніж дозволяє в’язка.
desk-refusal-solo-renewed = Один офіцер не може сам продовжити свою тривогу.
desk-refusal-solo-too-late = Сам офіцер може відкликати лише невдовзі після тривоги.
desk-refusal-solo-target-unseen = Сам офіцер може відкликати лише те, що тут відоме.
desk-refusal-lowering-needs-two = Нижчий ступінь або менша територія потребують двох осіб.
desk-refusal-cap-missing = У теці немає повідомлення, яке до нього належить.
desk-refusal-cap-length = Довжина повідомлення не та, яку підписано.
desk-refusal-cap-digest = Повідомлення змінено: це не ті байти, що належать до документа.
desk-refusal-cap-unreadable = Повідомлення — не дійсний CAP 1.2.
desk-refusal-cap-status = Справжнє, навчання чи лабораторія: повідомлення й документ різняться.
desk-refusal-cap-message-type = Повідомлення робить не те, що документ.
desk-refusal-cap-sent = Повідомлення надіслано не в ту секунду, що в документі.
desk-refusal-cap-expires = Повідомлення закінчується не в ту секунду, що в документі.
desk-refusal-cap-response = Повідомлення й документ не сходяться, чи це завершує тривогу.
desk-refusal-cap-area = Територія повідомлення — не та, що в документі.
desk-refusal-cap-references = Повідомлення стосується не тих повідомлень, що документ.
desk-refusal-life-too-long = Діє довше, ніж може цей ступінь.
desk-refusal-target-other-world = Стосується повідомлення з іншого світу.
desk-refusal-target-outside-rights = Підписанти не мають права на те, чого воно стосується.
desk-refusal-blocked-by-cancel = Двоє відкликали це.
desk-refusal-epoch-ahead = Лічильник з епохи, якої в’язка ще не почала.
desk-refusal-rolled-back = Відоме новіше.
desk-refusal-stale = Застаре, щоб щось значити.
desk-refusal-siren-other = Це не для цього пристрою.
desk-refusal-siren-too-long = Звучить понад 180 с.
desk-refusal-siren-inner = Тривога в ньому не діє або не для сирени.
desk-refusal-store-full = Немає місця для ще одного документа.

## Why a signature does not count, by code
desk-signature-malformed = це не підпис
desk-signature-unknown-key = ключа немає у в’язці
desk-signature-webauthn-unsupported = це вебавтентифікатор, їх ще не перевіряють
desk-signature-weak-key = ключ неналежний
desk-signature-wrong-signature = не пасує до цих байтів
desk-signature-compromised-key = ключ у чужих руках
desk-signature-retired-key = ключ повернуто раніше
desk-signature-type-not-granted = ключ не має права на цей тип
desk-signature-outside-rights = ключ не має права на цей ступінь, небезпеку, зону чи укриття

## Remarks, by code
desk-note-ring-expired = Строк в’язки минув. Потрібна новіша.
desk-note-ring-behind = Складено за новішої в’язки, ніж тут.
desk-note-clock-behind = Видано пізніше, ніж показує цей годинник: він відстає.
desk-note-expired = Його час минув.
desk-note-second-officer-awaited = Підняв один офіцер; чекають на другого.
desk-note-same-id = Діє ще один документ із тим самим номером: чинні обидва.
desk-note-target-unseen = Стосується того, чого тут не знають.
desk-note-target-outside-rights = Підписанти не мають права на одну з цілей; вона лишається.
desk-note-target-other-world = Одна з цілей — з іншого світу; вона лишається.
desk-note-elsewhere = Це для інших місць.
