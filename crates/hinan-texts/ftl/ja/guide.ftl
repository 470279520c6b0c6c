### The guide: the page that residents hold. Orders first, short; silence is never a good sign.
### 翻訳はまだ母語話者の確認を受けていません。 Not yet reviewed by a native speaker.

## Frame
guide-name-ways = みちしるべ
guide-name-notes = メモ
guide-skip = 本文へ進む
guide-back = 戻る
guide-tab-now = いま
guide-tab-plans = 計画
guide-tab-cards = 場面
guide-tab-more = その他

## What is known, and since when. Silence is never a good sign.
guide-confirmed = 最終確認 { $time }
guide-looked = 警報を確認した時刻 { $time }
guide-no-contact = { $time } から通信なし
guide-no-sender = このページに警報は届きません
guide-no-sender-help = このページに警報を送る機関はまだありません。サイレン、ラジオ、公式の情報に注意してください。
guide-silence = ここに何も出ていなくても、異常がないとは限りません。サイレン、ラジオ、公式の情報に注意してください。
guide-until-word = ラジオ、防災無線など公式の知らせがあるまで、この指示に従ってください。
guide-clock-behind = この端末の時計がずれている可能性があります。警報の時刻を確かめてください。
guide-data-of = 道と避難場所のデータ：{ $date }
guide-data-old = データは90日より前のものです（{ $date }）。入口や道が変わっている可能性があります。
guide-data-undated = データの日付は不明です。入口や道が変わっている可能性があります。

## The first screen
guide-what-happens = 何が起きていますか？
guide-siren = サイレンが聞こえる
guide-shaking = 強い揺れを感じる
guide-untold = 何か異常だが、何か分からない
guide-plan-for = 備えの計画：{ $hazard }
guide-where-now = いまどこにいますか？
guide-all-plans = すべての計画と地図
guide-drill-walk = いま歩いて試す

## An alert, or what somebody told the page
guide-issued = { $time } 発表
guide-area = 対象地域：{ $place }
guide-message = 発表の文面：{ $words }
guide-sender = 発表：{ $sender }
guide-told-siren = { $time } にサイレンを聞いたと入力
guide-told-shaking = { $time } に揺れを感じたと入力
guide-told-untold = { $time } に異常を感じたと入力
guide-told-no-alert = これは入力にもとづく表示で、公式に署名された警報ではありません。
guide-told-end = 公式に終了が知らされた
guide-told-mistake = 間違えて押した
guide-what-is-it = 何の危険か分かる場合：
guide-after-shaking = 揺れが収まったら
guide-after-shaking-out = 階段で外へ出て、塀、ガラス、電線から離れてください。海の近くなら、すぐ高い所へ。
guide-more-alerts = その他の情報
guide-unconfirmed = 未確認の情報
guide-unconfirmed-do = 有効な署名が足りない情報です。公式の情報を聞いてください。
guide-cancelled = 取り消し
guide-why-here = 現在地が対象です。
guide-why-at-start = 出発地点が対象です。
guide-why-at-poster = 最後に読み取った掲示の場所が対象です。
guide-why-at-remembered = 登録した場所「{ $name }」が対象です。
guide-why-where-are-you = 現在地が分かりません。あなたの場所が対象かもしれません。
guide-why-may-be-you = 対象の場所がこの端末では分かりません。あなたの場所かもしれません。
guide-why-elsewhere = 他の地域が対象です。

## The answer in one block
guide-needed = 必要な時間
guide-left = 残り
guide-there-is = 警報から使える時間
guide-length = 道のり
guide-next = 次：
guide-only-outside = すでに屋外にいる場合のみ：
guide-nearest-late = 最寄り（ここからは間に合いません）：
guide-where = どこから出発しますか？
guide-choose-start = 出発地点を選ぶ
guide-change-start = 出発地点を変える
guide-places-stay = 場所の情報はこの端末の外に出ません。
guide-from = 出発地点：{ $start }
guide-at-position = この端末の現在地
guide-yes-here = はい、ここです
guide-working = 経路を計算しています…
guide-no-street = この地点の近くに歩ける道がありません。別の地点を選んでください。
guide-engine-fault = 計算できませんでした。上の指示と公式の情報に従ってください。
guide-loading = 地域のデータを読み込み中：{ $percent } %
guide-no-city = この端末に地域のデータがありません。ボタンと場面別の行動は使えます。
guide-load-again = もう一度読み込む
guide-pets-no = ペット不可とされています。
guide-pets-unknown = ペットを連れて入れるかは不明です。
guide-slower = 以前の練習で計画より時間がかかったため、長めに計算しています。

## Who walks
guide-floor = { $floor }階分上
guide-night = 夜・暗い
guide-pets = ペット連れ

## Where somebody starts
guide-search = 住所・通り・場所の名前
guide-kind-place = 場所
guide-kind-shelter = 避難場所
guide-kind-street = 通り
guide-kind-address = 住所
guide-locating = 現在地を探しています…
guide-locate-failed = 現在地が分かりません。検索するか、地図をタップしてください。
guide-is-it-here = ここから出発しますか？
guide-yes-start = はい、ここから出発します
guide-remember-here = この場所を端末に登録する
guide-place-name = 名前
guide-home = 自宅
guide-remember = はい、登録もする
guide-remembered = 登録した場所
guide-poster = 掲示
guide-poster-help = 入口の掲示のコードを読み取ることもできます。
guide-by-crossing = { $street } との交差点付近
guide-near = { $name } の近く（{ $length }）
guide-map-help = 経路の地図。同じ内容を文章でも示しています。矢印キーで動かせます。
guide-map-choose-help = 地図。出発地点をタップするか、矢印キーで動かして Enter を押してください。

## The walk
guide-walk-now = 道を案内する
guide-walk-on = 案内に戻る
guide-walk-plan = 計画{ $letter }の道
guide-drill-band = 練習中（警報ではありません）
guide-to = 行き先：{ $name }
guide-step = { $steps }段階の{ $step }
guide-in-length = あと{ $length }
guide-then = その次：{ $words }
guide-off-way = 道から{ $length }離れています。
guide-next-step = できた、次へ
guide-step-back = 一つ前へ
guide-inside = 中に入った
guide-follow = 現在地を追う
guide-walked = 歩いた時間
guide-planned = 予定
guide-door-closed = 入口が閉まっている
guide-end-walk = 案内を終わる
guide-arrived = 着きました
guide-to-start = 最初の画面へ
guide-switch = 別の避難場所へ：
guide-switch-late = ここから間に合う避難場所はほかにありません。次の行動を：
guide-go-there = その道を案内する
guide-learned = 実際は{ $took }、予定は{ $planned }でした。今後は長い方の時間で計算します。
guide-learned-same = 実際は{ $took }、予定は{ $planned }でした。計画の時間はそのままです。

## Sound
guide-speak = 読み上げる
guide-hush = 読み上げを止める

## Sharing
guide-share = 計画を共有する
guide-share-says = 受け取った人には出発地点が分かります。自分で送るまで何も送信されません。
guide-share-text = 文章で共有
guide-copy-text = 文章をコピー
guide-copy-link = リンクをコピー
guide-copied = コピーしました。
guide-copy-failed = コピーできません。上の文章を選択してください。
guide-code = この出発地点のコード（別の端末のカメラ用）

## By the bed
guide-bedside = 枕元モード
guide-bedside-help = 画面を暗くつけたままにし、警報や通信切れを音で知らせます。充電器につないでください。
guide-bedside-on = このページを開いて前面にしている間、画面はついたままで、音が出ます。
guide-bedside-start = 始めて、音を確かめる
guide-bedside-off = 終わる
guide-no-wake-lock = このブラウザーは画面をつけたままにできません。暗くなり、音が出なくなることがあります。

## Self-test
guide-selftest = この端末を点検
guide-selftest-help = いま試した結果です。
guide-trial-engine = 地域のデータが開ける
guide-trial-files = ファイルに欠けがない
guide-trial-store = ブラウザーに保存できる
guide-trial-lasting = 保存が消されにくい
guide-trial-offline = 通信なしで開ける
guide-trial-trust = 信じる発信者が分かる
guide-trial-contact = いま警報を取得できた
guide-trial-sound = 音が出せる
guide-trial-voice = この言語を端末だけで読み上げられる
guide-trial-vibration = 振動する
guide-trial-awake = 画面をつけたままにできる
guide-trial-is-works = できる
guide-trial-is-fails = できない
guide-trial-is-unknown = 不明
guide-hear-tone = 音を鳴らす
guide-try-again = もう一度点検

## Settings
guide-settings = 設定
guide-contrast = 高コントラスト
guide-frugal = 電池を節約
guide-frugal-help = 黒い背景、地図なし、更新を減らします。
guide-easy = やさしい言葉
guide-easy-help = 短い文と絵で行動を示します。
guide-who = 歩く人
guide-forget-pace = 忘れる
guide-hidden-head = 目立たないように
guide-hidden = 控えめモード
guide-hidden-help = 訓練は音を出さず、画面も切り替えません。本物の警報は出ます。
guide-called = 表示名
guide-called-help = ホーム画面の名前と絵柄です。追加する前に選んでください。
guide-none-remembered = ありません。
guide-forget-place = 「{ $name }」を消す
guide-stored = この端末にあるもの
guide-stored-size = { $place }：{ $megabytes } MB を保存
guide-store-fails = このブラウザーには保存できません。ファイルとして保存してください。
guide-save-file = ファイルに保存
guide-open-file = ファイルから開く
guide-loaded = 読み込みました。
guide-load-failed = 読み込めませんでした。前のデータはそのままです。
guide-file-refused = ファイルが壊れているか、対象外です。前のデータはそのままです。
guide-forget-head = すべて消す
guide-forget-help = 場所、設定、情報、地域のデータをすぐに端末から消します。
guide-forget-all = いますぐすべて消す

## The first run
guide-first-title = このページにできないこと
guide-first-sound = 閉じている間や、画面に触れる前は、音が出ません。
guide-first-data = { $place }の{ $date }のデータです。入口が閉まり道がふさがっていることもあります。目で確かめてください。
guide-first-data-unknown = データは古いことがあります。入口が閉まり道がふさがっていることもあります。目で確かめてください。
guide-first-official = サイレン、当局の指示、自分の目で見たことが先です。
guide-first-silence = 何も表示がなくても、何もないとは言えません。
guide-first-can = できること
guide-first-offline = 一度読み込めば、通信なしで、どこへ、どの道で、何分かを示します。
guide-first-private = 居場所は端末の外に出ません。登録も不要です。
guide-first-ok = 読みました

## Cards: what to do right there. Three sentences each; none keeps anybody where water or fire comes.
guide-all-cards = すべての場面
guide-card-car = 車の中
guide-do-first-car = 道をふさがない所に止め、エンジンを切り、鍵を残してください。
guide-do-then-car = 空襲：車を降りて頑丈な建物へ。なければ車から離れたくぼみに伏せてください。
guide-do-last-car = 津波・洪水：水の中を走らない。車を捨て、歩いて高い所へ。
guide-card-bus = バス・路面電車
guide-do-first-bus = 運転手の指示に従い、停止した所で降りてください。
guide-do-then-bus = 空襲：最も近い頑丈な建物へ入り、ガラスから離れてください。
guide-do-last-bus = 地震：つかまって頭を守る。海の近くなら、止まったら高い所へ。
guide-card-metro = 地下鉄
guide-do-first-metro = 空襲：地下のホームは身を守れます。端から離れ、中ほどへ。
guide-do-then-metro = 浸水・煙・ガス：すぐに階段で地上へ。
guide-do-last-metro = トンネルで停車：乗務員に従い、自分で線路に下りないでください。
guide-card-lift = エレベーター
guide-do-first-lift = すべての階のボタンを押し、最初に開いた階で降りてください。
guide-do-then-lift = 閉じ込められたら非常ボタンで通話。扉をこじ開けない。
guide-do-last-lift = その後は階段だけを使ってください。
guide-card-bridge = 橋の上
guide-do-first-bridge = 近い方の端から橋を離れてください。
guide-do-then-bridge = 空襲で時間がない：欄干の根元に伏せ、頭を覆ってください。
guide-do-last-bridge = 津波・洪水：川から離れて高い所へ。橋の下に入らない。
guide-card-beach = 海辺
guide-do-first-beach = 強い・長い揺れ、または潮が引いたら：警報の前にすぐ高い所へ走ってください。
guide-do-then-beach = 高台か、高く頑丈な建物の上へ。物を取りに戻らない。
guide-do-last-beach = 波は何時間も続きます。公式の知らせまで下りないでください。
guide-card-field = 屋外・野原
guide-do-first-field = 空襲：くぼみや土手の陰に伏せ、頭を覆い、口を開けてください。
guide-do-then-field = 木、鉄塔、車、燃料から離れてください。
guide-do-last-field = 煙やにおい：風を横切り高い方へ。落ちている物に触れない。
guide-card-top-floor = 最上階
guide-do-first-top-floor = 空襲：時間があれば階段で下へ。なければ外と二枚の壁を隔てた場所へ。
guide-do-then-top-floor = 窓から離れ、内側の部屋かガラスのない階段へ。
guide-do-last-top-floor = 津波・洪水：下りない。下の階の火事：煙の下を低く、階段で外へ。
guide-card-children = 子どもと一緒
guide-do-first-children = 手をつなぎ、小さい子は抱いて。短く「今から避難所へ行くよ」。
guide-do-then-children = 学校の子は学校で避難します。車で迎えに行かない。
guide-do-last-children = 名前、電話番号、血液型を書いた紙をポケットに。
guide-card-wheelchair = 車いす
guide-do-first-wheelchair = 「階段を下りるのを二人で手伝って」と声に出す。エレベーターは使わない。
guide-do-then-wheelchair = 歩く人で「車いす」を選ぶと、階段のない道を示します。
guide-do-last-wheelchair = 空襲で時間がない：内側の部屋でブレーキをかけ、頭を下げて覆う。
guide-card-after = 攻撃の後
guide-do-first-after = 再び攻撃されることがあります。集まらず、身を守り続けてください。
guide-do-then-after = ガスのにおい：火もスイッチも使わず、窓を開けて外へ。
guide-do-last-after = 不明な物に触れず、目印を残し、来た道を戻り、緊急通報を。

## Other languages
guide-other-languages = ほかの言語
guide-tourist-help = 言葉の通じない人に見せてください。

## Easy language: late answers in few words, by what to do
easy-inner-room = 建物に入る。窓のない部屋へ行く。伏せる。
easy-lie-down = 丈夫な建物に入る。近くになければ、伏せる。手で頭を守る。
easy-drop-cover-hold = しゃがむ。机の下に入る。つかまる。
easy-open-ground = 広い場所へ行く。壁とガラスから離れる。
easy-highest-floor = すぐ上へ。一番上の階へ。下へ行かない。
easy-high-ground = すぐ高い所へ。丘か高い建物へ。水から離れる。
easy-upstairs-away-from-slope = 上の階へ。山と反対側の部屋へ。
easy-sideways = 横へ、そして上へ。山の下へ行かない。
easy-keep-going = 火から離れる。進み続ける。戻らない。
easy-middle-or-cellar = 地下か家の真ん中へ。窓を閉める。上着を脱ぐ。
easy-into-building = 丈夫な建物に入る。窓から離れる。
easy-upstairs-sealed = 上の階へ。地下へ行かない。窓と扉を閉める。
easy-upwind = 風の横へ、上へ。においから離れる。
easy-inner-room-above-ground = 上の階の内側の部屋へ。地下へ行かない。窓から離れる。
easy-into-building-upstairs = 丈夫な建物に入る。上の階へ。地下へ行かない。
