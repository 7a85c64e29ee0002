<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>annotator</name>
    <message>
        <source>#</source>
        <translation>№</translation>
    </message>
    <message>
        <source>1 would mean that every fault is more suspect to it than any place that is none</source>
        <translation>1 значила бы, что любая ошибка для неё подозрительнее любого верного места</translation>
    </message>
    <message>
        <source>A file for one transcript, a folder for several</source>
        <translation>Файл для одной расшифровки, папка для нескольких</translation>
    </message>
    <message>
        <source>A long silence lies between them: it may have been said again</source>
        <translation>Между ними долгое молчание: могли сказать ещё раз</translation>
    </message>
    <message>
        <source>A phrase has at least one word.</source>
        <translation>Во фразе должно быть хотя бы одно слово.</translation>
    </message>
    <message numerus="yes">
        <source>A phrase has {n} words at most.</source>
        <translation>
            <numerusform>Во фразе может быть не больше {n} слова.</numerusform>
            <numerusform>Во фразе может быть не больше {n} слов.</numerusform>
            <numerusform>Во фразе может быть не больше {n} слов.</numerusform>
        </translation>
    </message>
    <message>
        <source>A phrase whose repeats are fine; can be given several times</source>
        <translation>Фраза, повторы которой — норма; можно указать несколько раз</translation>
    </message>
    <message>
        <source>A phrase, as it is said</source>
        <translation>Фраза, как её говорят</translation>
    </message>
    <message>
        <source>A role or a name</source>
        <translation>Роль или имя</translation>
    </message>
    <message>
        <source>A sentence ends after “{word}”</source>
        <translation>После слова «{word}» фраза закончена</translation>
    </message>
    <message>
        <source>A speaker needs an id, such as {example}.</source>
        <translation>Спикеру нужен идентификатор, например {example}.</translation>
    </message>
    <message>
        <source>A topic needs a name.</source>
        <translation>Теме нужно название.</translation>
    </message>
    <message>
        <source>A transcript is added or removed as a whole.</source>
        <translation>Звонок добавляют или удаляют целиком.</translation>
    </message>
    <message>
        <source>A transcript needs a name.</source>
        <translation>Звонку нужно название.</translation>
    </message>
    <message>
        <source>A turn cannot be empty. Hide it instead.</source>
        <translation>Реплика не может быть пустой. Скройте её.</translation>
    </message>
    <message>
        <source>A turn hardly begins with “{word}”</source>
        <translation>Реплика вряд ли начинается со слова «{word}»</translation>
    </message>
    <message>
        <source>A turn hardly ends on “{word}”</source>
        <translation>Реплика вряд ли кончается словом «{word}»</translation>
    </message>
    <message>
        <source>A turn seldom begins with “{word}”</source>
        <translation>Реплика редко начинается со слова «{word}»</translation>
    </message>
    <message>
        <source>A turn seldom ends on “{word}”</source>
        <translation>Реплика редко кончается словом «{word}»</translation>
    </message>
    <message>
        <source>About annotator</source>
        <translation>О программе annotator</translation>
    </message>
    <message>
        <source>Accept all like this</source>
        <translation>Принять все такие находки</translation>
    </message>
    <message>
        <source>Accept all like this…</source>
        <translation>Принять все такие…</translation>
    </message>
    <message>
        <source>Accept the alternative</source>
        <translation>Принять другой вариант</translation>
    </message>
    <message>
        <source>Accept the proposed fix</source>
        <translation>Принять исправление</translation>
    </message>
    <message>
        <source>Accept the second place</source>
        <translation>Принять второе место границы</translation>
    </message>
    <message>
        <source>Accept the third place</source>
        <translation>Принять третье место границы</translation>
    </message>
    <message numerus="yes">
        <source>Accept {n} findings</source>
        <translation>
            <numerusform>Принять {n} находку</numerusform>
            <numerusform>Принять {n} находки</numerusform>
            <numerusform>Принять {n} находок</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add a topic to the codebook</source>
        <translation>Добавить тему в список тем</translation>
    </message>
    <message>
        <source>Add speaker</source>
        <translation>Добавить спикера</translation>
    </message>
    <message>
        <source>Add speaker {speaker}</source>
        <translation>Добавить спикера «{speaker}»</translation>
    </message>
    <message>
        <source>Add topic</source>
        <translation>Добавить тему</translation>
    </message>
    <message>
        <source>Add topic {name}</source>
        <translation>Добавить тему «{name}»</translation>
    </message>
    <message>
        <source>Add transcripts to a project, which is made if it is not there</source>
        <translation>Добавить расшифровки в проект (если проекта нет, он будет создан)</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>Agent side</source>
        <translation>Сторона оператора</translation>
    </message>
    <message>
        <source>All but this kind; can be given several times</source>
        <translation>Всё, кроме этого вида; можно указать несколько раз</translation>
    </message>
    <message>
        <source>All calls of this project are done.</source>
        <translation>Все звонки этого проекта готовы.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Все файлы</translation>
    </message>
    <message>
        <source>All findings of this call are decided.</source>
        <translation>По всем находкам этого звонка есть решение.</translation>
    </message>
    <message>
        <source>All speakers</source>
        <translation>Все спикеры</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Все темы</translation>
    </message>
    <message>
        <source>All turns</source>
        <translation>Все реплики</translation>
    </message>
    <message>
        <source>All words of the turn would go. Merge the turns instead.</source>
        <translation>Из реплики ушли бы все слова. Объедините реплики.</translation>
    </message>
    <message numerus="yes">
        <source>All {n} calls of the project, into a folder</source>
        <translation>
            <numerusform>Все звонки проекта ({n}) в папку</numerusform>
            <numerusform>Все звонки проекта ({n}) в папку</numerusform>
            <numerusform>Все звонки проекта ({n}) в папку</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow a repeat</source>
        <translation>Разрешить повтор</translation>
    </message>
    <message>
        <source>Allowed repeats</source>
        <translation>Разрешённые повторы</translation>
    </message>
    <message>
        <source>Allowed repeats…</source>
        <translation>Разрешённые повторы…</translation>
    </message>
    <message>
        <source>Another person may begin here: “{left} | {right}”</source>
        <translation>Здесь, возможно, вступает другой: «{left} | {right}»</translation>
    </message>
    <message>
        <source>Another program has changed {path}. Nothing was changed here; open the project again.</source>
        <translation>Файл {path} изменила другая программа. Здесь ничего не изменено; откройте проект заново.</translation>
    </message>
    <message>
        <source>Another program is using {path}. Nothing was changed; try again later.</source>
        <translation>Файл {path} занят другой программой. Ничего не изменено; попробуйте позже.</translation>
    </message>
    <message>
        <source>Apply fixes of at least this confidence, 0 to 1 (default: 0.9)</source>
        <translation>Вносить исправления с уверенностью не ниже этой, от 0 до 1 (по умолчанию 0.9)</translation>
    </message>
    <message>
        <source>Apply the fixes that are sure and write the repaired transcript</source>
        <translation>Внести уверенные исправления и записать исправленную расшифровку</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Аргументы</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>At the very start or end: join with the turn there</source>
        <translation>В самом начале или конце: объединить с соседней репликой</translation>
    </message>
    <message numerus="yes">
        <source>Beside the turns of {extra} {n} times {other} speaks, {times} times {person}</source>
        <translation>
            <numerusform>Рядом с репликами «{extra}» {n} раз говорит {other}, а {person} — {times}</numerusform>
            <numerusform>Рядом с репликами «{extra}» {n} раза говорит {other}, а {person} — {times}</numerusform>
            <numerusform>Рядом с репликами «{extra}» {n} раз говорит {other}, а {person} — {times}</numerusform>
        </translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Встроенные</translation>
    </message>
    <message>
        <source>By the times of the turns nobody could have said this twice</source>
        <translation>Судя по времени реплик, сказать это дважды никто не успел бы</translation>
    </message>
    <message>
        <source>By the turns around it, the speaker is wrong in {percent} of 100 cases</source>
        <translation>Судя по соседним репликам, вероятность, что спикер не тот: {percent} из 100</translation>
    </message>
    <message>
        <source>By the words around it, a sentence ends here in {percent} of 100 cases</source>
        <translation>Судя по соседним словам, вероятность конца фразы здесь: {percent} из 100</translation>
    </message>
    <message>
        <source>By the words around it, the speaker changes here in {percent} of 100 cases</source>
        <translation>Судя по соседним словам, вероятность смены спикера здесь: {percent} из 100</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>КОМАНДА</translation>
    </message>
    <message>
        <source>Call is done, next call</source>
        <translation>Отметить звонок готовым и открыть следующий</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Звонки</translation>
    </message>
    <message>
        <source>Calls of the project</source>
        <translation>Звонки проекта</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Carried words</source>
        <translation>Повтор на стыке</translation>
    </message>
    <message>
        <source>Change topic {name}</source>
        <translation>Изменить тему «{name}»</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Отметить все</translation>
    </message>
    <message>
        <source>Check none</source>
        <translation>Снять отметки</translation>
    </message>
    <message>
        <source>Checked findings are repaired as one step, which you can undo.</source>
        <translation>Отмеченные находки исправляются за один шаг, его можно отменить.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Checking this call…</source>
        <translation>Звонок проверяется…</translation>
    </message>
    <message>
        <source>Clear sign</source>
        <translation>Ясный признак</translation>
    </message>
    <message>
        <source>Client side</source>
        <translation>Сторона клиента</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Закрыть проект</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Закрыть сообщение</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Colour of the topic</source>
        <translation>Цвет темы</translation>
    </message>
    <message>
        <source>Colour {code}</source>
        <translation>Цвет {code}</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Comment on this turn:</source>
        <translation>Комментарий к этой реплике:</translation>
    </message>
    <message>
        <source>Comment on turn {number}</source>
        <translation>Комментировать реплику {number}</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>Комментировать…</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Сохранить правку</translation>
    </message>
    <message>
        <source>Commit and edit the next or previous turn</source>
        <translation>Сохранить и править следующую или предыдущую реплику</translation>
    </message>
    <message>
        <source>Correct, tag and export transcripts of two-party calls.</source>
        <translation>Правка, разметка и экспорт расшифровок звонков двух собеседников.</translation>
    </message>
    <message>
        <source>Correct, tag and export transcripts of two-party calls. Without a command, opens a window with the transcripts or the project given; a file that is called like a command is given as ./check.</source>
        <translation>Правка, разметка и экспорт расшифровок звонков двух собеседников. Без команды открывает окно с указанными расшифровками или проектом; файл, который называется как команда, указывают так: ./check.</translation>
    </message>
    <message>
        <source>Cut sentence</source>
        <translation>Обрыв фразы</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмное</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Определение</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Подробнее…</translation>
    </message>
    <message>
        <source>Different speakers</source>
        <translation>Спикеры разные</translation>
    </message>
    <message>
        <source>Disfluency</source>
        <translation>Запинка</translation>
    </message>
    <message>
        <source>Dismiss a finding</source>
        <translation>Отметить находку как норму</translation>
    </message>
    <message>
        <source>Dismiss: fine as it is</source>
        <translation>Отметить как норму</translation>
    </message>
    <message>
        <source>Document to read and print (DOCX)</source>
        <translation>Документ для чтения и печати (DOCX)</translation>
    </message>
    <message>
        <source>Drop the first copy</source>
        <translation>Убрать первую копию</translation>
    </message>
    <message>
        <source>Drop the marked copies</source>
        <translation>Убрать отмеченные копии</translation>
    </message>
    <message>
        <source>Drop the phrase</source>
        <translation>Убрать фразу</translation>
    </message>
    <message>
        <source>Drop the second copy</source>
        <translation>Убрать вторую копию</translation>
    </message>
    <message>
        <source>Drop transcripts here, or open a sample.</source>
        <translation>Перетащите сюда расшифровки или откройте пример.</translation>
    </message>
    <message>
        <source>Duplicate runs</source>
        <translation>Повторы</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Правка</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>Править текст</translation>
    </message>
    <message>
        <source>Edit topic</source>
        <translation>Изменить тему</translation>
    </message>
    <message>
        <source>Edit topic…</source>
        <translation>Изменить тему…</translation>
    </message>
    <message>
        <source>Edit turn {number}</source>
        <translation>Изменить реплику {number}</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Изменённые</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Кодировка</translation>
    </message>
    <message>
        <source>Encoding of text files (default: as imported)</source>
        <translation>Кодировка текстовых файлов (по умолчанию исходная)</translation>
    </message>
    <message>
        <source>Encoding of the files, e.g. cp1251 (default: found out)</source>
        <translation>Кодировка файлов, например cp1251 (по умолчанию определяется сама)</translation>
    </message>
    <message>
        <source>Encoding of the files:</source>
        <translation>Кодировка файлов:</translation>
    </message>
    <message>
        <source>Every line was understood.</source>
        <translation>Все строки поняты.</translation>
    </message>
    <message>
        <source>Everything stays on this computer: nothing is sent anywhere, and your files are never altered.</source>
        <translation>Всё остаётся на этом компьютере: ничего никуда не отправляется, а ваши файлы никогда не меняются.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Куда экспортировать</translation>
    </message>
    <message>
        <source>Export to the folder</source>
        <translation>В какую папку экспортировать</translation>
    </message>
    <message>
        <source>Export what was learned</source>
        <translation>Экспорт изученного</translation>
    </message>
    <message>
        <source>Exported {name} to {folder}</source>
        <translation>Файл {name} сохранён в папке {folder}</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспортировать…</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ФАЙЛ</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Ошибок</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>File to write; its suffix chooses the format</source>
        <translation>Файл для записи; формат — по расширению</translation>
    </message>
    <message>
        <source>Find in this call</source>
        <translation>Найти в звонке</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Находки</translation>
    </message>
    <message>
        <source>Findings to accept</source>
        <translation>Находки, которые можно принять</translation>
    </message>
    <message>
        <source>Fine as it is</source>
        <translation>Норма</translation>
    </message>
    <message>
        <source>First somebody is addressed, then somebody speaks of himself</source>
        <translation>Сначала обращаются к собеседнику, потом говорят о себе</translation>
    </message>
    <message>
        <source>Flip the speaker of these turns</source>
        <translation>Поменять спикера в этих репликах</translation>
    </message>
    <message>
        <source>Flip the speakers from here on</source>
        <translation>Поменять спикеров местами отсюда и далее</translation>
    </message>
    <message>
        <source>Flip the speakers of the whole call</source>
        <translation>Поменять спикеров местами во всём звонке</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message numerus="yes">
        <source>From turn {first} on the labels are the other way round: {n} signs</source>
        <translation>
            <numerusform>С реплики {first} метки спикеров перевёрнуты: {n} признак</numerusform>
            <numerusform>С реплики {first} метки спикеров перевёрнуты: {n} признака</numerusform>
            <numerusform>С реплики {first} метки спикеров перевёрнуты: {n} признаков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From turn {first} to {last} the labels are the other way round: {n} signs</source>
        <translation>
            <numerusform>С реплики {first} по {last} метки спикеров перевёрнуты: {n} признак</numerusform>
            <numerusform>С реплики {first} по {last} метки спикеров перевёрнуты: {n} признака</numerusform>
            <numerusform>С реплики {first} по {last} метки спикеров перевёрнуты: {n} признаков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give {n} turns to {speaker}</source>
        <translation>
            <numerusform>Отдать {n} реплику → {speaker}</numerusform>
            <numerusform>Отдать {n} реплики → {speaker}</numerusform>
            <numerusform>Отдать {n} реплик → {speaker}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give {n} words to {speaker}</source>
        <translation>
            <numerusform>Отдать {n} слово → {speaker}</numerusform>
            <numerusform>Отдать {n} слова → {speaker}</numerusform>
            <numerusform>Отдать {n} слов → {speaker}</numerusform>
        </translation>
    </message>
    <message>
        <source>Growing run</source>
        <translation>Нарастающий повтор</translation>
    </message>
    <message>
        <source>Have the check of speakers learn from the finished calls of a project</source>
        <translation>Обучить проверку спикеров на готовых звонках проекта</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Hidden turns</source>
        <translation>Скрытые реплики</translation>
    </message>
    <message>
        <source>Hide turns</source>
        <translation>Скрыть реплики</translation>
    </message>
    <message numerus="yes">
        <source>Hide {n} turns</source>
        <translation>
            <numerusform>Скрыть {n} реплику</numerusform>
            <numerusform>Скрыть {n} реплики</numerusform>
            <numerusform>Скрыть {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>How telling it is</source>
        <translation>Насколько это показательно</translation>
    </message>
    <message>
        <source>How this call was read…</source>
        <translation>Показать, как прочитан звонок…</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>Отчёт об импорте</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>Импортировать {name}</translation>
    </message>
    <message>
        <source>In UTF-8</source>
        <translation>В UTF-8</translation>
    </message>
    <message>
        <source>In clean speech 4 or more words come twice in a row about once in 10,000 words</source>
        <translation>Повторов из 4 и более слов в обычной речи около 1 на 10 000 слов</translation>
    </message>
    <message numerus="yes">
        <source>In clean speech {n} words come twice in a row about {rate} times in 10,000 words</source>
        <translation>
            <numerusform>Повторов из {n} слова в обычной речи около {rate} на 10 000 слов</numerusform>
            <numerusform>Повторов из {n} слов в обычной речи около {rate} на 10 000 слов</numerusform>
            <numerusform>Повторов из {n} слов в обычной речи около {rate} на 10 000 слов</numerusform>
        </translation>
    </message>
    <message>
        <source>In the encoding of the source, {encoding}</source>
        <translation>В исходной кодировке, {encoding}</translation>
    </message>
    <message>
        <source>In “{words}” {name} speaks, and by the other turns this speaker is {name}</source>
        <translation>«{words}» говорит {name}, и судя по другим репликам этого спикера зовут {name}</translation>
    </message>
    <message>
        <source>In “{words}” {name} speaks, but by the other turns the other speaker is {name}</source>
        <translation>«{words}» говорит {name}, но судя по другим репликам {name} — другой спикер</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Что включить</translation>
    </message>
    <message>
        <source>Include the topics</source>
        <translation>Включить темы</translation>
    </message>
    <message>
        <source>It does better on calls that it has not seen: this project uses it from now on.</source>
        <translation>На звонках, которых она не видела, проверка стала работать лучше: теперь изученное используется в этом проекте.</translation>
    </message>
    <message>
        <source>It does no better on calls that it has not seen, so it is not used; all stays as it was.</source>
        <translation>На звонках, которых она не видела, проверка не стала работать лучше, поэтому изученное не используется; всё осталось как было.</translation>
    </message>
    <message>
        <source>It is forgotten. Learn from the finished calls again to have it back.</source>
        <translation>Изученное забыто. Чтобы вернуть его, снова обучите проверку на готовых звонках.</translation>
    </message>
    <message>
        <source>JSON lines, one object a turn</source>
        <translation>JSON Lines, объект на реплику</translation>
    </message>
    <message>
        <source>Join turns</source>
        <translation>Объединить реплики</translation>
    </message>
    <message>
        <source>Joined; the turn keeps the speaker of its first part.</source>
        <translation>Объединено; спикер — как у первой части.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Keep only copy {number}</source>
        <translation>Оставить только копию {number}</translation>
    </message>
    <message>
        <source>Keep only the first copy</source>
        <translation>Оставить только первую копию</translation>
    </message>
    <message>
        <source>Keep only the last copy</source>
        <translation>Оставить только последнюю копию</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Labels flipped</source>
        <translation>Метки перевёрнуты</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Language of the program (default: the system's)</source>
        <translation>Язык программы (по умолчанию системный)</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Увеличить текст</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Learn from finished calls</source>
        <translation>Обучить на готовых звонках</translation>
    </message>
    <message>
        <source>Learned from {calls}, {words}, on {date}.</source>
        <translation>Изучено: {calls}, {words} ({date}).</translation>
    </message>
    <message>
        <source>Learned on {date}.</source>
        <translation>Изучено {date}.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Learning stopped unexpectedly. Nothing has changed; try again.</source>
        <translation>Обучение неожиданно прервалось. Ничего не изменилось; попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Learning…</source>
        <translation>Обучение…</translation>
    </message>
    <message>
        <source>Leave the roles of the speakers out</source>
        <translation>Не включать роли спикеров</translation>
    </message>
    <message>
        <source>Leave the speakers out</source>
        <translation>Не включать спикеров</translation>
    </message>
    <message>
        <source>Left out; click to show this kind</source>
        <translation>Скрыто; нажмите, чтобы показать находки этого вида</translation>
    </message>
    <message>
        <source>Left: who speaks. Right: findings. Click to go there.</source>
        <translation>Слева — кто говорит, справа — находки. Щёлкните, чтобы перейти.</translation>
    </message>
    <message>
        <source>Let “{phrase}” tell the side</source>
        <translation>«{phrase}» определяет сторону</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>Licences of what is included</source>
        <translation>Лицензии включённых работ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлое</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>List the transcripts of a project</source>
        <translation>Перечислить звонки проекта</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Так выглядит</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Зацикливание</translation>
    </message>
    <message>
        <source>Mark the call as done</source>
        <translation>Отметить звонок готовым</translation>
    </message>
    <message>
        <source>Mark the call as not done</source>
        <translation>Отметить звонок неготовым</translation>
    </message>
    <message numerus="yes">
        <source>Mark {n} turns as not reviewed</source>
        <translation>
            <numerusform>Снять отметку «проверено» с {n} реплики</numerusform>
            <numerusform>Снять отметку «проверено» с {n} реплик</numerusform>
            <numerusform>Снять отметку «проверено» с {n} реплик</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark {n} turns as reviewed</source>
        <translation>
            <numerusform>Отметить проверенной {n} реплику</numerusform>
            <numerusform>Отметить проверенными {n} реплики</numerusform>
            <numerusform>Отметить проверенными {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured on calls that it had not seen</source>
        <translation>Измерено на звонках, которых она не видела</translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} turns</source>
        <translation>
            <numerusform>Объединить {n} реплику</numerusform>
            <numerusform>Объединить {n} реплики</numerusform>
            <numerusform>Объединить {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Mislabelled speakers</source>
        <translation>Ошибки в спикерах</translation>
    </message>
    <message>
        <source>Most wrong words first</source>
        <translation>Сначала где больше ошибочных слов</translation>
    </message>
    <message>
        <source>Move words of turn {number} to the next turn</source>
        <translation>Перенести слова реплики {number} в следующую</translation>
    </message>
    <message>
        <source>Move words of turn {number} to the previous turn</source>
        <translation>Перенести слова реплики {number} в предыдущую</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>НАЗВАНИЕ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Название:</translation>
    </message>
    <message>
        <source>Never report this repeat</source>
        <translation>Больше не отмечать этот повтор</translation>
    </message>
    <message>
        <source>Never report “{phrase}”</source>
        <translation>Не отмечать «{phrase}»</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Новый проект</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Создать проект…</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>Новая тема</translation>
    </message>
    <message>
        <source>New topic…</source>
        <translation>Добавить тему…</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Следующая находка</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Следующее совпадение</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Без клавиши</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Без имени</translation>
    </message>
    <message>
        <source>No open findings</source>
        <translation>Открытых находок нет</translation>
    </message>
    <message>
        <source>No open findings.</source>
        <translation>Открытых находок нет.</translation>
    </message>
    <message>
        <source>No phrases yet. Add one above, or press {key} on a repeat that is fine.</source>
        <translation>Фраз пока нет. Добавьте фразу выше или нажмите {key} на повторе, который считаете нормой.</translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation>Недавних проектов нет</translation>
    </message>
    <message>
        <source>No role</source>
        <translation>Без роли</translation>
    </message>
    <message>
        <source>No speaker yet: kept as a turn without speaker.</source>
        <translation>Спикер ещё не назван: оставлено репликой без спикера.</translation>
    </message>
    <message>
        <source>No topic has the key {digit}. Add one in the topics panel.</source>
        <translation>У клавиши {digit} нет темы. Добавьте её на панели «Темы».</translation>
    </message>
    <message>
        <source>No topics yet. Add one, then press {key} on a turn.</source>
        <translation>Тем пока нет. Добавьте тему и нажмите {key} на реплике.</translation>
    </message>
    <message>
        <source>No turn of this call is marked as reviewed yet.</source>
        <translation>В этом звонке пока нет проверенных реплик.</translation>
    </message>
    <message>
        <source>No turn was recognised in {name}. A turn begins like “Client (SPK00): …”, “SPK00: …”, “Name: …”, “[00:01:02] Name: …” or “[SPEAKER_00]: …”. Put speakers before the lines, or choose another encoding.</source>
        <translation>В файле {name} не найдено ни одной реплики. Реплика начинается так: «Клиент (SPK00): …», «SPK00: …», «Имя: …», «[00:01:02] Имя: …» или «[SPEAKER_00]: …». Укажите спикеров в начале строк или выберите другую кодировку.</translation>
    </message>
    <message>
        <source>No words: kept as an empty turn.</source>
        <translation>Слов нет: оставлено пустой репликой.</translation>
    </message>
    <message>
        <source>None of these findings is current any more.</source>
        <translation>Ни одна из этих находок уже не актуальна.</translation>
    </message>
    <message>
        <source>None of these words were imported, so there is nothing to go back to.</source>
        <translation>Этих слов не было в исходном тексте, вернуться не к чему.</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Непроверенные</translation>
    </message>
    <message>
        <source>Nothing learned yet.</source>
        <translation>Пока ничего не изучено.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Данные не покидают этот компьютер.</translation>
    </message>
    <message>
        <source>OUT</source>
        <translation>КУДА</translation>
    </message>
    <message>
        <source>One JSON object a file, one a line</source>
        <translation>Объект JSON на каждый файл, по одному в строке</translation>
    </message>
    <message>
        <source>One JSON object with what was measured</source>
        <translation>Один объект JSON с тем, что измерено</translation>
    </message>
    <message>
        <source>One answers the other under the same name: “{left} | {right}”</source>
        <translation>Один отвечает другому под тем же именем: «{left} | {right}»</translation>
    </message>
    <message>
        <source>One person, two names</source>
        <translation>Один человек под двумя именами</translation>
    </message>
    <message>
        <source>Only forget what has been learned before</source>
        <translation>Только забыть изученное раньше</translation>
    </message>
    <message>
        <source>Only matches</source>
        <translation>Только совпадения</translation>
    </message>
    <message>
        <source>Only repeats can be allowed; this finding is none.</source>
        <translation>Разрешить можно только повтор, а эта находка — не повтор.</translation>
    </message>
    <message>
        <source>Only show what has been learned before</source>
        <translation>Только показать изученное раньше</translation>
    </message>
    <message>
        <source>Only this kind, e.g. loop, also one that is not shown otherwise; can be given several times</source>
        <translation>Только этот вид, например loop, в том числе такой, что обычно не показывается; можно указать несколько раз</translation>
    </message>
    <message>
        <source>Only this transcript (see list)</source>
        <translation>Только этот звонок (см. list)</translation>
    </message>
    <message>
        <source>Only this: duplicates or speakers; can be given twice</source>
        <translation>Только это: duplicates (повторы) или speakers (спикеры); можно указать оба</translation>
    </message>
    <message>
        <source>Only turns marked as reviewed</source>
        <translation>Только проверенные реплики</translation>
    </message>
    <message>
        <source>Only turns that are marked as reviewed</source>
        <translation>Только проверенные реплики</translation>
    </message>
    <message>
        <source>Only visible turns that follow each other can be merged.</source>
        <translation>Объединить можно только видимые реплики, идущие подряд.</translation>
    </message>
    <message>
        <source>Only write what has been learned before to a file, for check --learned</source>
        <translation>Только записать изученное раньше в файл, для check --learned</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Open a call to see who speaks.</source>
        <translation>Откройте звонок, чтобы увидеть, кто говорит.</translation>
    </message>
    <message>
        <source>Open a call to tag its turns.</source>
        <translation>Откройте звонок, чтобы отмечать реплики темами.</translation>
    </message>
    <message>
        <source>Open in another encoding</source>
        <translation>Открыть в другой кодировке</translation>
    </message>
    <message>
        <source>Open in another encoding…</source>
        <translation>Открыть в другой кодировке…</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Открыть недавние</translation>
    </message>
    <message>
        <source>Opening files</source>
        <translation>Открытие файлов</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Or the border is here</source>
        <translation>Или граница здесь</translation>
    </message>
    <message>
        <source>Other people's work in it</source>
        <translation>Сторонние работы в составе программы</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Другой…</translation>
    </message>
    <message>
        <source>Overlapping turns</source>
        <translation>Нахлёст реплик</translation>
    </message>
    <message>
        <source>Overview of the call</source>
        <translation>Обзор звонка</translation>
    </message>
    <message>
        <source>PATH</source>
        <translation>ПУТЬ</translation>
    </message>
    <message>
        <source>PHRASE</source>
        <translation>ФРАЗА</translation>
    </message>
    <message>
        <source>PROJECT</source>
        <translation>ПРОЕКТ</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Панели</translation>
    </message>
    <message>
        <source>Phrase heard in silence</source>
        <translation>Фраза из тишины</translation>
    </message>
    <message>
        <source>Phrase to allow</source>
        <translation>Фраза, которую разрешить</translation>
    </message>
    <message>
        <source>Phrases that people say twice on purpose. No call of this project reports a repeat of them.</source>
        <translation>Фразы, которые люди повторяют намеренно. Их повторы не отмечаются ни в одном звонке этого проекта.</translation>
    </message>
    <message numerus="yes">
        <source>Pin the speakers of {n} turns</source>
        <translation>
            <numerusform>Закрепить спикеров {n} реплики</numerusform>
            <numerusform>Закрепить спикеров {n} реплик</numerusform>
            <numerusform>Закрепить спикеров {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Мест</translation>
    </message>
    <message>
        <source>Precision before</source>
        <translation>Точность до</translation>
    </message>
    <message>
        <source>Press Right to see the first one.</source>
        <translation>Нажмите стрелку вправо, чтобы увидеть первую.</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Предыдущая находка</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Предыдущее совпадение</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Проекты</translation>
    </message>
    <message>
        <source>Question and answer stand in one turn</source>
        <translation>Вопрос и ответ стоят в одной реплике</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Read again in this encoding</source>
        <translation>Прочитать заново в этой кодировке</translation>
    </message>
    <message>
        <source>Read {name} as {encoding}</source>
        <translation>Прочитать {name} в кодировке {encoding}</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Недавние проекты</translation>
    </message>
    <message>
        <source>Recognisers trained on videos write this where nobody speaks</source>
        <translation>Распознаватели, обученные на видео, пишут это там, где никто не говорит</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Вернуть: {what}</translation>
    </message>
    <message numerus="yes">
        <source>Relabel {n} turns</source>
        <translation>
            <numerusform>Сменить спикера у {n} реплики</numerusform>
            <numerusform>Сменить спикера у {n} реплик</numerusform>
            <numerusform>Сменить спикера у {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Замечание</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>Remarks; every line was kept</source>
        <translation>Замечания; все строки сохранены</translation>
    </message>
    <message>
        <source>Remove call from the project</source>
        <translation>Убрать звонок из проекта</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Убрать из списка</translation>
    </message>
    <message>
        <source>Remove topic</source>
        <translation>Удалить тему</translation>
    </message>
    <message>
        <source>Remove topic {name}</source>
        <translation>Удалить тему «{name}»</translation>
    </message>
    <message>
        <source>Remove topic…</source>
        <translation>Удалить тему…</translation>
    </message>
    <message>
        <source>Remove words</source>
        <translation>Убрать слова</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Удалить {name}</translation>
    </message>
    <message>
        <source>Remove {name}? Tagged with it: {turns} {calls}.</source>
        <translation>Удалить тему «{name}»? Ею отмечено: {turns} {calls}.</translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} allowed repeats</source>
        <translation>
            <numerusform>Убрать {n} разрешённый повтор</numerusform>
            <numerusform>Убрать {n} разрешённых повтора</numerusform>
            <numerusform>Убрать {n} разрешённых повторов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} role words</source>
        <translation>
            <numerusform>Убрать {n} слово роли</numerusform>
            <numerusform>Убрать {n} слова ролей</numerusform>
            <numerusform>Убрать {n} слов ролей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {topic} from {n} turns</source>
        <translation>
            <numerusform>Снять тему «{topic}» с {n} реплики</numerusform>
            <numerusform>Снять тему «{topic}» с {n} реплик</numerusform>
            <numerusform>Снять тему «{topic}» с {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename call</source>
        <translation>Переименование звонка</translation>
    </message>
    <message>
        <source>Rename call…</source>
        <translation>Переименовать звонок…</translation>
    </message>
    <message>
        <source>Rename speaker {speaker}</source>
        <translation>Переименовать спикера «{speaker}»</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>Переименовать {name}</translation>
    </message>
    <message>
        <source>Repeated phrase</source>
        <translation>Повтор внутри реплики</translation>
    </message>
    <message>
        <source>Repeated turn</source>
        <translation>Повтор реплики</translation>
    </message>
    <message>
        <source>Replace a file that is the transcript as it was imported</source>
        <translation>Заменить файл, даже если в нём исходная расшифровка</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Restore hidden turns</source>
        <translation>Показать снова скрытые реплики</translation>
    </message>
    <message numerus="yes">
        <source>Restore {n} turns</source>
        <translation>
            <numerusform>Показать снова {n} реплику</numerusform>
            <numerusform>Показать снова {n} реплики</numerusform>
            <numerusform>Показать снова {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Revert this turn</source>
        <translation>Вернуть к исходному</translation>
    </message>
    <message>
        <source>Revert turn to source</source>
        <translation>Вернуть реплику к исходному тексту</translation>
    </message>
    <message>
        <source>Revert turn {number}</source>
        <translation>Вернуть реплику {number} к исходному тексту</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Review mode</source>
        <translation>Режим проверки</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>Role words</source>
        <translation>Слова ролей</translation>
    </message>
    <message>
        <source>Role words…</source>
        <translation>Слова ролей…</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Роли</translation>
    </message>
    <message>
        <source>Roles swapped</source>
        <translation>Роли перепутаны</translation>
    </message>
    <message>
        <source>Run over several turns</source>
        <translation>Сквозной повтор</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Работает на</translation>
    </message>
    <message>
        <source>Sample in English</source>
        <translation>Пример на английском</translation>
    </message>
    <message>
        <source>Sample in Russian</source>
        <translation>Пример на русском</translation>
    </message>
    <message>
        <source>Save topic</source>
        <translation>Сохранить тему</translation>
    </message>
    <message>
        <source>Say what is suspect in transcripts, and why</source>
        <translation>Показать, что подозрительно в расшифровках и почему</translation>
    </message>
    <message>
        <source>Select at least two turns to merge.</source>
        <translation>Чтобы объединить реплики, выделите хотя бы две.</translation>
    </message>
    <message>
        <source>Set the role of {speaker}</source>
        <translation>Задать роль спикера «{speaker}»</translation>
    </message>
    <message>
        <source>Short, as it will stand in the table</source>
        <translation>Коротко: так оно будет стоять в таблице</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показывать</translation>
    </message>
    <message>
        <source>Show all turns again</source>
        <translation>Снова показать все реплики</translation>
    </message>
    <message>
        <source>Show findings of at least this confidence, 0 to 1 (default: each detector's own threshold)</source>
        <translation>Показывать находки с уверенностью не ниже этой, от 0 до 1 (по умолчанию у каждого детектора свой порог)</translation>
    </message>
    <message>
        <source>Show only the turns that hold the words</source>
        <translation>Показывать только реплики с этими словами</translation>
    </message>
    <message>
        <source>Show the version and exit</source>
        <translation>Показать версию и выйти</translation>
    </message>
    <message>
        <source>Show this help and exit</source>
        <translation>Показать эту справку и выйти</translation>
    </message>
    <message>
        <source>Shown; click to leave this kind out</source>
        <translation>Показано; нажмите, чтобы скрыть находки этого вида</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Сторона</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Уменьшить текст</translation>
    </message>
    <message>
        <source>Something unexpected happened ({kind}); the last action may not have been done. What you see as saved is saved. Details, without transcript text, are in {log}</source>
        <translation>Непредвиденный сбой ({kind}); последнее действие могло не выполниться. Что показано сохранённым, то сохранено. Подробности, без текста расшифровок, — в файле {log}</translation>
    </message>
    <message>
        <source>Source of turn {number}</source>
        <translation>Исходный текст реплики {number}</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Спикер</translation>
    </message>
    <message>
        <source>Speaker is unclear</source>
        <translation>Спикер неясен</translation>
    </message>
    <message>
        <source>Speaker n of the selected turns</source>
        <translation>Назначить спикера n выделенным репликам</translation>
    </message>
    <message>
        <source>Speaker {digit}</source>
        <translation>Спикер {digit}</translation>
    </message>
    <message>
        <source>Speaker {number}</source>
        <translation>Спикер {number}</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Спикеры</translation>
    </message>
    <message>
        <source>Speakers are right from here on</source>
        <translation>Отсюда спикеры верны</translation>
    </message>
    <message>
        <source>Speakers of the call</source>
        <translation>Спикеры звонка</translation>
    </message>
    <message>
        <source>Split at the caret; both parts keep the speaker</source>
        <translation>Разделить у курсора; спикер у обеих частей прежний</translation>
    </message>
    <message>
        <source>Split at the caret; the second part gets the other speaker</source>
        <translation>Разделить у курсора; вторая часть — другому спикеру</translation>
    </message>
    <message>
        <source>Split here, the speaker stays</source>
        <translation>Разделить здесь, спикер тот же</translation>
    </message>
    <message>
        <source>Split turn {number}</source>
        <translation>Разделить реплику {number}</translation>
    </message>
    <message>
        <source>Still checking this call.</source>
        <translation>Звонок ещё проверяется.</translation>
    </message>
    <message>
        <source>Strong sign</source>
        <translation>Сильный признак</translation>
    </message>
    <message>
        <source>Swap the roles of the two speakers</source>
        <translation>Поменять местами роли двух спикеров</translation>
    </message>
    <message>
        <source>Swap the roles of {a} and {b}</source>
        <translation>Поменять роли: {a} ↔ {b}</translation>
    </message>
    <message numerus="yes">
        <source>Swap the speakers of {n} turns</source>
        <translation>
            <numerusform>Поменять спикеров в {n} реплике</numerusform>
            <numerusform>Поменять спикеров в {n} репликах</numerusform>
            <numerusform>Поменять спикеров в {n} репликах</numerusform>
        </translation>
    </message>
    <message>
        <source>Swap the two roles</source>
        <translation>Поменять роли местами</translation>
    </message>
    <message>
        <source>Swap the two roles: the speakers exchange name and role, every turn stays with its speaker</source>
        <translation>Поменять роли местами: спикеры обмениваются именем и ролью, каждая реплика остаётся у своего спикера</translation>
    </message>
    <message>
        <source>Switch off “{phrase}”</source>
        <translation>Отключить «{phrase}»</translation>
    </message>
    <message>
        <source>Table for spreadsheets (CSV), with an apostrophe before = + - @</source>
        <translation>Электронная таблица (CSV), с апострофом перед = + - @</translation>
    </message>
    <message>
        <source>Tag topics with Ctrl+1 to Ctrl+9, or press F12 when the call is done.</source>
        <translation>Отмечайте темы клавишами Ctrl+1…Ctrl+9 или нажмите F12, когда звонок готов.</translation>
    </message>
    <message numerus="yes">
        <source>Tag {n} turns with {topic}</source>
        <translation>
            <numerusform>Отметить темой «{topic}» {n} реплику</numerusform>
            <numerusform>Отметить темой «{topic}» {n} реплики</numerusform>
            <numerusform>Отметить темой «{topic}» {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Text in the shape of the source</source>
        <translation>Текст в виде исходного</translation>
    </message>
    <message>
        <source>Text mode</source>
        <translation>Режим текста</translation>
    </message>
    <message>
        <source>That was the first one; going round.</source>
        <translation>Это была первая находка, дальше снова последняя.</translation>
    </message>
    <message>
        <source>That was the last one; going round.</source>
        <translation>Это была последняя находка, дальше снова первая.</translation>
    </message>
    <message>
        <source>The character {character} ({code}) cannot be written in {encoding}. Export as UTF-8, or replace it in the text.</source>
        <translation>Символ {character} ({code}) нельзя записать в кодировке {encoding}. Экспортируйте в UTF-8 или замените его в тексте.</translation>
    </message>
    <message>
        <source>The check of speakers learns from the calls that you have finished, on this computer. What it has learned is used in this project, and only if it does better on calls that it has not seen.</source>
        <translation>Проверка спикеров учится на звонках, которые вы закончили, на этом компьютере. Изученное используется в этом проекте, и только если на звонках, которых она не видела, проверка работает лучше.</translation>
    </message>
    <message>
        <source>The check stopped unexpectedly. Your work is saved; reopen the call to check it again.</source>
        <translation>Проверка неожиданно остановилась. Работа сохранена; откройте звонок снова, чтобы проверить его ещё раз.</translation>
    </message>
    <message>
        <source>The check was stopped. It starts again with the next change, or when the call is opened again.</source>
        <translation>Проверка остановлена. Она начнётся снова после следующего изменения или когда звонок откроют заново.</translation>
    </message>
    <message>
        <source>The disk or folder with {path} reports an error ({reason}). Nothing was changed.</source>
        <translation>Диск или папка, где лежит {path}, сообщает об ошибке ({reason}). Ничего не изменено.</translation>
    </message>
    <message>
        <source>The disk with {path} is full. Nothing was changed; free some space and try again.</source>
        <translation>На диске, где лежит {path}, нет места. Ничего не изменено; освободите место и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The encoding was guessed: {encoding}. If letters look wrong, choose another one.</source>
        <translation>Кодировка угадана: {encoding}. Если буквы выглядят неверно, выберите другую.</translation>
    </message>
    <message>
        <source>The first lines in this encoding</source>
        <translation>Первые строки в этой кодировке</translation>
    </message>
    <message>
        <source>The format {name} can only be read. These can be written: {known}.</source>
        <translation>Формат {name} можно только читать. Записать можно: {known}.</translation>
    </message>
    <message>
        <source>The format {name} can only be written. These can be read: {known}.</source>
        <translation>Формат {name} можно только записывать. Прочитать можно: {known}.</translation>
    </message>
    <message>
        <source>The journal of {path} is damaged. The file was left as it is.</source>
        <translation>Журнал файла {path} повреждён. Файл оставлен как есть.</translation>
    </message>
    <message>
        <source>The number “{left}” is torn from its noun “{right}”</source>
        <translation>Число «{left}» оторвано от слова «{right}»</translation>
    </message>
    <message>
        <source>The output cannot be written: {reason}. Make room, or send it elsewhere.</source>
        <translation>Не удаётся записать вывод: {reason}. Освободите место или направьте его в другое место.</translation>
    </message>
    <message>
        <source>The project has changed meanwhile; nothing was done. Try again.</source>
        <translation>Проект тем временем изменился; ничего не сделано. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The same speaker each time</source>
        <translation>Каждый раз один и тот же спикер</translation>
    </message>
    <message numerus="yes">
        <source>The same {n} words stand here {times} times without a pause</source>
        <translation>
            <numerusform>Здесь без паузы повторяется {n} слово, ×{times}</numerusform>
            <numerusform>Здесь без паузы повторяются {n} слова, ×{times}</numerusform>
            <numerusform>Здесь без паузы повторяется {n} слов, ×{times}</numerusform>
        </translation>
    </message>
    <message>
        <source>The sentence runs on: “{left} | {right}”</source>
        <translation>Фраза продолжается: «{left} | {right}»</translation>
    </message>
    <message>
        <source>The settings cannot be saved in {folder}: {reason}. Make room there or allow writing.</source>
        <translation>Не удаётся сохранить настройки в папке {folder}: {reason}. Освободите там место или разрешите запись.</translation>
    </message>
    <message>
        <source>The time goes backwards here; the order of the file is kept.</source>
        <translation>Время здесь идёт назад; порядок файла сохранён.</translation>
    </message>
    <message>
        <source>The transcript has changed meanwhile; nothing was done. Try again.</source>
        <translation>Звонок тем временем изменился; ничего не сделано. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The turn ends on the conjunction “{word}”</source>
        <translation>Реплика кончается союзом «{word}»</translation>
    </message>
    <message>
        <source>The turn ends on the preposition “{word}”</source>
        <translation>Реплика кончается предлогом «{word}»</translation>
    </message>
    <message>
        <source>The turn only repeats what is said elsewhere</source>
        <translation>Реплика только повторяет сказанное в другом месте</translation>
    </message>
    <message>
        <source>The words have changed since this was found; nothing was done.</source>
        <translation>Слова изменились после проверки; ничего не сделано.</translation>
    </message>
    <message>
        <source>There are fewer than two speakers: checks of speakers need two.</source>
        <translation>Спикеров меньше двух: для проверки спикеров нужны двое.</translation>
    </message>
    <message>
        <source>There are no two speakers to exchange.</source>
        <translation>Нет двух спикеров, которых можно поменять.</translation>
    </message>
    <message numerus="yes">
        <source>There are {n} signs that the roles are swapped, and {others} that they are not</source>
        <translation>
            <numerusform>{n} признак того, что роли перепутаны; против: {others}</numerusform>
            <numerusform>{n} признака того, что роли перепутаны; против: {others}</numerusform>
            <numerusform>{n} признаков того, что роли перепутаны; против: {others}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are {n} speakers; calls of two are what checks of speakers are made for.</source>
        <translation>
            <numerusform>Здесь {n} спикер, а проверка спикеров рассчитана на звонки двоих.</numerusform>
            <numerusform>Здесь {n} спикера, а проверка спикеров рассчитана на звонки двоих.</numerusform>
            <numerusform>Здесь {n} спикеров, а проверка спикеров рассчитана на звонки двоих.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is already a speaker {speaker} in this transcript.</source>
        <translation>Спикер {speaker} в этом звонке уже есть.</translation>
    </message>
    <message>
        <source>There is already a topic called {name}.</source>
        <translation>Тема «{name}» уже есть.</translation>
    </message>
    <message>
        <source>There is already a transcript {id} in this project.</source>
        <translation>Звонок {id} в этом проекте уже есть.</translation>
    </message>
    <message>
        <source>There is no detector {name}. There are: {known}.</source>
        <translation>Детектора {name} нет. Есть: {known}.</translation>
    </message>
    <message>
        <source>There is no encoding {encoding}. Choose one of {known}.</source>
        <translation>Кодировки {encoding} нет. Выберите одну из: {known}.</translation>
    </message>
    <message>
        <source>There is no format {name}. There are: {known}.</source>
        <translation>Формата {name} нет. Есть: {known}.</translation>
    </message>
    <message>
        <source>There is no kind of findings {name}. There are: {known}.</source>
        <translation>Вида находок {name} нет. Есть: {known}.</translation>
    </message>
    <message>
        <source>There is no screen here, so the window cannot be opened.</source>
        <translation>Здесь нет экрана, поэтому окно открыть нельзя.</translation>
    </message>
    <message>
        <source>There is no second way to repair this.</source>
        <translation>Второго варианта исправления нет.</translation>
    </message>
    <message>
        <source>There is no speaker {speaker} in this transcript.</source>
        <translation>Спикера {speaker} в этом звонке нет.</translation>
    </message>
    <message>
        <source>There is no such file or folder: {path}. Check the name.</source>
        <translation>Нет такого файла или папки: {path}. Проверьте имя.</translation>
    </message>
    <message>
        <source>There is no transcript {id} in this project.</source>
        <translation>Звонка {id} в этом проекте нет.</translation>
    </message>
    <message>
        <source>There is no transcript {id} in {path}. See annotator list.</source>
        <translation>Звонка {id} в проекте {path} нет. Список звонков: annotator list.</translation>
    </message>
    <message>
        <source>There is no turn to join it with.</source>
        <translation>Нет реплики, с которой её можно объединить.</translation>
    </message>
    <message>
        <source>There is no visible turn to move the words to.</source>
        <translation>Нет видимой реплики, куда перенести слова.</translation>
    </message>
    <message>
        <source>There is nothing more to undo or redo.</source>
        <translation>Больше нечего отменять или возвращать.</translation>
    </message>
    <message>
        <source>There is nothing to change here.</source>
        <translation>Здесь нечего менять.</translation>
    </message>
    <message>
        <source>There is nothing to move: put the cursor between two words.</source>
        <translation>Нечего переносить: поставьте курсор между двумя словами.</translation>
    </message>
    <message>
        <source>There is nothing to split here: put the cursor between two words.</source>
        <translation>Здесь нечего делить: поставьте курсор между двумя словами.</translation>
    </message>
    <message>
        <source>There is too little to learn from. It takes at least {calls} finished calls of two people, with {edges} changes of speaker.</source>
        <translation>Учиться пока почти не на чем. Нужно готовых звонков двух людей: не меньше {calls}, и смен спикера в них: не меньше {edges}.</translation>
    </message>
    <message numerus="yes">
        <source>This call has {n} speakers. Add one in the speakers panel.</source>
        <translation>
            <numerusform>В этом звонке {n} спикер. Добавьте ещё одного на панели «Спикеры».</numerusform>
            <numerusform>В этом звонке {n} спикера. Добавьте ещё одного на панели «Спикеры».</numerusform>
            <numerusform>В этом звонке {n} спикеров. Добавьте ещё одного на панели «Спикеры».</numerusform>
        </translation>
    </message>
    <message>
        <source>This call is not checked</source>
        <translation>Звонок не проверен</translation>
    </message>
    <message>
        <source>This call: {name}</source>
        <translation>Этот звонок: {name}</translation>
    </message>
    <message>
        <source>This finding has no alternative.</source>
        <translation>У этой находки нет другого варианта.</translation>
    </message>
    <message>
        <source>This finding has no such place.</source>
        <translation>У этой находки нет такого места.</translation>
    </message>
    <message numerus="yes">
        <source>This is too large for a project: {n} MB at most. Nothing was changed.</source>
        <translation>
            <numerusform>Это слишком много для проекта: не больше {n} МБ. Ничего не изменено.</numerusform>
            <numerusform>Это слишком много для проекта: не больше {n} МБ. Ничего не изменено.</numerusform>
            <numerusform>Это слишком много для проекта: не больше {n} МБ. Ничего не изменено.</numerusform>
        </translation>
    </message>
    <message>
        <source>This project can only be read, so nothing that is learned could be kept.</source>
        <translation>Этот проект открыт только для чтения, и сохранить изученное нельзя.</translation>
    </message>
    <message>
        <source>This topic is no longer in the codebook.</source>
        <translation>Этой темы больше нет в списке тем.</translation>
    </message>
    <message>
        <source>This turn is no longer there.</source>
        <translation>Этой реплики больше нет.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Topic n from here on, or for the selected turns</source>
        <translation>Поставить тему n отсюда и далее или на выделенные реплики</translation>
    </message>
    <message>
        <source>Topic {digit}</source>
        <translation>Тема {digit}</translation>
    </message>
    <message numerus="yes">
        <source>Topic {topic} on {n} turns</source>
        <translation>
            <numerusform>Поставить тему «{topic}» на {n} реплику</numerusform>
            <numerusform>Поставить тему «{topic}» на {n} реплики</numerusform>
            <numerusform>Поставить тему «{topic}» на {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Темы</translation>
    </message>
    <message>
        <source>Training pairs: source and corrected turns (JSON lines)</source>
        <translation>Пары для обучения: до и после правки (JSON Lines)</translation>
    </message>
    <message>
        <source>Transcripts and projects</source>
        <translation>Расшифровки и проекты</translation>
    </message>
    <message>
        <source>Turn is reviewed</source>
        <translation>Отметить реплику проверенной</translation>
    </message>
    <message>
        <source>Turn {number}</source>
        <translation>Реплика {number}</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Реплики</translation>
    </message>
    <message>
        <source>Two people in one turn</source>
        <translation>Двое в реплике</translation>
    </message>
    <message>
        <source>Two people, one name</source>
        <translation>Двое под одним именем</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Неясно</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Отменить: {what}</translation>
    </message>
    <message numerus="yes">
        <source>Unpin the speakers of {n} turns</source>
        <translation>
            <numerusform>Открепить спикеров {n} реплики</numerusform>
            <numerusform>Открепить спикеров {n} реплик</numerusform>
            <numerusform>Открепить спикеров {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage: </source>
        <translation>Использование: </translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Обычный размер текста</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>WORDS=SIDE</source>
        <translation>СЛОВА=СТОРОНА</translation>
    </message>
    <message>
        <source>Wait until the files at work are done, or cancel them.</source>
        <translation>Дождитесь, пока обработаются файлы, или отмените обработку.</translation>
    </message>
    <message>
        <source>Weak sign</source>
        <translation>Слабый признак</translation>
    </message>
    <message>
        <source>What a speaker is called</source>
        <translation>Как называют спикера</translation>
    </message>
    <message>
        <source>What a speaker of a side is called, e.g. operator=agent or guest=client, or says, e.g. "can I help=agent:sign"; operator=none switches a word off; can be given several times</source>
        <translation>Как называют спикера одной из сторон, например оператор=agent или гость=client, или что он говорит, например «чем могу помочь=agent:sign»; оператор=none отключает слово; можно указать несколько раз</translation>
    </message>
    <message>
        <source>What a speaker says</source>
        <translation>Что говорит спикер</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Изученное</translation>
    </message>
    <message>
        <source>What was learned from finished calls (see learn --export)</source>
        <translation>Изученное на готовых звонках (см. learn --export)</translation>
    </message>
    <message>
        <source>What was learned in this project cannot be used by this version; calls are checked without it. Learn again.</source>
        <translation>Эта версия не может использовать изученное в этом проекте; звонки проверяются без него. Обучите проверку снова.</translation>
    </message>
    <message>
        <source>What was learned on {date} cannot be used by this version. Learn again.</source>
        <translation>Эта версия не может использовать изученное {date}. Обучите проверку снова.</translation>
    </message>
    <message>
        <source>When does a turn have this topic, when does it not?</source>
        <translation>Когда у реплики эта тема, а когда нет?</translation>
    </message>
    <message>
        <source>Where: {places}</source>
        <translation>Где: {places}</translation>
    </message>
    <message>
        <source>While editing a text</source>
        <translation>При правке текста</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>With comments</source>
        <translation>С комментариями</translation>
    </message>
    <message>
        <source>With findings</source>
        <translation>С находками</translation>
    </message>
    <message>
        <source>Word or phrase</source>
        <translation>Слово или фраза</translation>
    </message>
    <message>
        <source>Words after the caret go to the next turn</source>
        <translation>Перенести слова после курсора в следующую реплику</translation>
    </message>
    <message>
        <source>Words before the caret go to the previous turn</source>
        <translation>Перенести слова до курсора в предыдущую реплику</translation>
    </message>
    <message>
        <source>Words by which the two sides of a call are told, in all calls of this project. Yours count before the built-in ones.</source>
        <translation>Слова, по которым различаются две стороны разговора, во всех звонках этого проекта. Ваши слова важнее встроенных.</translation>
    </message>
    <message>
        <source>Words, as they are said</source>
        <translation>Слова, как они звучат</translation>
    </message>
    <message>
        <source>Write the transcripts of a project as files</source>
        <translation>Записать звонки проекта в файлы</translation>
    </message>
    <message>
        <source>Wrong speaker</source>
        <translation>Не тот спикер</translation>
    </message>
    <message>
        <source>You can close this window and work on meanwhile.</source>
        <translation>Это окно можно закрыть и работать дальше.</translation>
    </message>
    <message>
        <source>You may not open or write {path}. Choose another folder or ask for access.</source>
        <translation>Нет прав открыть или записать {path}. Выберите другую папку или попросите доступ.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ваши</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>документ PDF</translation>
    </message>
    <message>
        <source>a database (a project is opened, not imported)</source>
        <translation>база данных (проект открывают, а не импортируют)</translation>
    </message>
    <message>
        <source>a man</source>
        <translation>мужчина</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>программа</translation>
    </message>
    <message>
        <source>a sound or video file</source>
        <translation>звуковой или видеофайл</translation>
    </message>
    <message>
        <source>a woman</source>
        <translation>женщина</translation>
    </message>
    <message>
        <source>after</source>
        <translation>после</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>документ RTF</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>архив</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>изображение</translation>
    </message>
    <message>
        <source>an office document or a ZIP archive</source>
        <translation>офисный документ или архив ZIP</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more remarks</source>
        <translation>
            <numerusform>и ещё {n} замечание</numerusform>
            <numerusform>и ещё {n} замечания</numerusform>
            <numerusform>и ещё {n} замечаний</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more turns</source>
        <translation>
            <numerusform>и ещё {n} реплика</numerusform>
            <numerusform>и ещё {n} реплики</numerusform>
            <numerusform>и ещё {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>annotator: this should not have happened ({kind}); the details, without transcript text, are in {log}</source>
        <translation>annotator: непредвиденный сбой ({kind}); подробности, без текста расшифровок, — в файле {log}</translation>
    </message>
    <message>
        <source>annotator: {error}</source>
        <translation>annotator: {error}</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>двоичные данные</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>пустых</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>проверяется…</translation>
    </message>
    <message>
        <source>continued</source>
        <translation>продолжений</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>решений</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>faults</source>
        <translation>ошибок</translation>
    </message>
    <message>
        <source>id</source>
        <translation>№</translation>
    </message>
    <message numerus="yes">
        <source>in {n} calls</source>
        <translation>
            <numerusform>в {n} звонке</numerusform>
            <numerusform>в {n} звонках</numerusform>
            <numerusform>в {n} звонках</numerusform>
        </translation>
    </message>
    <message>
        <source>inside turn {turn}</source>
        <translation>внутри реплики {turn}</translation>
    </message>
    <message>
        <source>line {line}: {remark}</source>
        <translation>строка {line}: {remark}</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>строк</translation>
    </message>
    <message>
        <source>log loss</source>
        <translation>логарифмические потери</translation>
    </message>
    <message>
        <source>look</source>
        <translation>проверить</translation>
    </message>
    <message>
        <source>name</source>
        <translation>название</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>ещё не проверялся</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найдено</translation>
    </message>
    <message>
        <source>not found in {folder}</source>
        <translation>не найден в папке {folder}</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>не понято</translation>
    </message>
    <message>
        <source>on this turn</source>
        <translation>на этой реплике</translation>
    </message>
    <message>
        <source>places</source>
        <translation>мест</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>точность</translation>
    </message>
    <message>
        <source>read only: changes cannot be saved here</source>
        <translation>только чтение: изменения здесь не сохранить</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>проверено</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>сохранено в {time}</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>уверенно</translation>
    </message>
    <message>
        <source>text, csv, jsonl, docx or pairs (default: by the suffix)</source>
        <translation>text, csv, jsonl, docx или pairs (по умолчанию — по расширению)</translation>
    </message>
    <message>
        <source>the end of turn {turn}</source>
        <translation>конец реплики {turn}</translation>
    </message>
    <message>
        <source>the start of turn {turn}</source>
        <translation>начало реплики {turn}</translation>
    </message>
    <message>
        <source>the whole of turn {turn}</source>
        <translation>вся реплика {turn}</translation>
    </message>
    <message>
        <source>turn {number}</source>
        <translation>реплика {number}</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>реплик</translation>
    </message>
    <message>
        <source>turns {first} to {last}</source>
        <translation>реплики {first}–{last}</translation>
    </message>
    <message>
        <source>turns {numbers}</source>
        <translation>реплики {numbers}</translation>
    </message>
    <message>
        <source>undo: {what}</source>
        <translation>отменить: {what}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>{accepted} accepted, {dismissed} dismissed.</source>
        <translation>Принято: {accepted}, норма: {dismissed}.</translation>
    </message>
    <message>
        <source>{before}; {place}</source>
        <translation>{before}; {place}</translation>
    </message>
    <message numerus="yes">
        <source>{done} of {n} turns reviewed</source>
        <translation>
            <numerusform>Проверено {done} из {n} реплики</numerusform>
            <numerusform>Проверено {done} из {n} реплик</numerusform>
            <numerusform>Проверено {done} из {n} реплик</numerusform>
        </translation>
    </message>
    <message>
        <source>{encoding}, a guess: check that the text is right</source>
        <translation>{encoding} — догадка: проверьте, верно ли читается текст</translation>
    </message>
    <message numerus="yes">
        <source>{exact} of {n} words are the same</source>
        <translation>
            <numerusform>Из {n} слова совпало {exact}</numerusform>
            <numerusform>Из {n} слов совпало {exact}</numerusform>
            <numerusform>Из {n} слов совпало {exact}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{exact} of {n} words are the same, {alike} begin alike</source>
        <translation>
            <numerusform>Из {n} слова целиком совпало {exact}, только началом — {alike}</numerusform>
            <numerusform>Из {n} слов целиком совпало {exact}, только началом — {alike}</numerusform>
            <numerusform>Из {n} слов целиком совпало {exact}, только началом — {alike}</numerusform>
        </translation>
    </message>
    <message>
        <source>{id} is “{role}” here and “{first}” above: the first is kept.</source>
        <translation>У {id} здесь роль «{role}», а выше «{first}»: оставлена первая.</translation>
    </message>
    <message>
        <source>{key}, now of {name}</source>
        <translation>{key}, сейчас у темы «{name}»</translation>
    </message>
    <message>
        <source>{kind}, {turns}: {fix}</source>
        <translation>{kind}, {turns}: {fix}</translation>
    </message>
    <message>
        <source>{name} does not come back from {encoding} unchanged. Choose another encoding.</source>
        <translation>Файл {name} в кодировке {encoding} нельзя записать обратно без изменений. Выберите другую кодировку.</translation>
    </message>
    <message>
        <source>{name} holds subtitles. Export the transcript as plain text with speakers and import that.</source>
        <translation>В файле {name} субтитры. Экспортируйте расшифровку простым текстом со спикерами и импортируйте его.</translation>
    </message>
    <message>
        <source>{name} is a project. Give the exported file another name.</source>
        <translation>{name} — это проект. Дайте экспортируемому файлу другое имя.</translation>
    </message>
    <message>
        <source>{name} is empty. Choose the file that holds the transcript.</source>
        <translation>Файл {name} пуст. Выберите файл с расшифровкой.</translation>
    </message>
    <message>
        <source>{name} is in this project already; here it is.</source>
        <translation>Звонок {name} уже есть в этом проекте, он показан.</translation>
    </message>
    <message>
        <source>{name} is {kind}, not plain text. Save or export the transcript as plain text and import that.</source>
        <translation>{name} — это {kind}, а не простой текст. Сохраните или экспортируйте расшифровку простым текстом и импортируйте его.</translation>
    </message>
    <message>
        <source>{name} was removed from the project. Undo brings it back.</source>
        <translation>«{name}»: звонок убран из проекта. Отмена вернёт его.</translation>
    </message>
    <message>
        <source>{name}, line {line}: a NUL character. The file is damaged or no text: export it anew.</source>
        <translation>{name}, строка {line}: нулевой символ. Файл повреждён, или это не текст: экспортируйте его заново.</translation>
    </message>
    <message>
        <source>{name}, line {line}: byte {byte} begins half a surrogate pair. The file is damaged: export it anew.</source>
        <translation>{name}, строка {line}: с байта {byte} начинается половина суррогатной пары. Файл повреждён: экспортируйте его заново.</translation>
    </message>
    <message>
        <source>{name}, line {line}: byte {byte} is not {encoding}. The file is damaged, or another encoding should be chosen.</source>
        <translation>{name}, строка {line}: байт {byte} не подходит к кодировке {encoding}. Файл повреждён, или нужно выбрать другую кодировку.</translation>
    </message>
    <message>
        <source>{name}, line {line}: longer than {limit} characters. Divide it into turns, one a line.</source>
        <translation>{name}, строка {line}: больше символов, чем можно ({limit}). Разделите её на реплики, по одной в строке.</translation>
    </message>
    <message>
        <source>{name}: is there already as transcript {id}</source>
        <translation>{name}: уже есть, звонок {id}</translation>
    </message>
    <message>
        <source>{name}: transcript {id}</source>
        <translation>{name}: звонок {id}</translation>
    </message>
    <message numerus="yes">
        <source>{n} calls</source>
        <translation>
            <numerusform>{n} звонок</numerusform>
            <numerusform>{n} звонка</numerusform>
            <numerusform>{n} звонков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calls of this project are finished.</source>
        <translation>
            <numerusform>Готов {n} звонок этого проекта.</numerusform>
            <numerusform>Готово {n} звонка этого проекта.</numerusform>
            <numerusform>Готово {n} звонков этого проекта.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calls of this project are finished; at least {least} are needed.</source>
        <translation>
            <numerusform>Готов {n} звонок этого проекта; нужно не меньше {least}.</numerusform>
            <numerusform>Готово {n} звонка этого проекта; нужно не меньше {least}.</numerusform>
            <numerusform>Готово {n} звонков этого проекта; нужно не меньше {least}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files of these names are in the folder already: {names}</source>
        <translation>
            <numerusform>В папке уже есть {n} файл: {names}</numerusform>
            <numerusform>В папке уже есть {n} файла: {names}</numerusform>
            <numerusform>В папке уже есть {n} файлов: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings</source>
        <translation>
            <numerusform>{n} находка</numerusform>
            <numerusform>{n} находки</numerusform>
            <numerusform>{n} находок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings are open. Press F12 again to call it done all the same.</source>
        <translation>
            <numerusform>Открыта {n} находка. Нажмите F12 ещё раз, чтобы всё равно отметить звонок готовым.</numerusform>
            <numerusform>Открыты {n} находки. Нажмите F12 ещё раз, чтобы всё равно отметить звонок готовым.</numerusform>
            <numerusform>Открыто {n} находок. Нажмите F12 ещё раз, чтобы всё равно отметить звонок готовым.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} findings to decide</source>
        <translation>
            <numerusform>{n} находка ждёт решения</numerusform>
            <numerusform>{n} находки ждут решения</numerusform>
            <numerusform>{n} находок ждут решения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fixes applied</source>
        <translation>
            <numerusform>{n} исправление применено</numerusform>
            <numerusform>{n} исправления применены</numerusform>
            <numerusform>{n} исправлений применено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines not understood</source>
        <translation>
            <numerusform>не понята {n} строка</numerusform>
            <numerusform>не поняты {n} строки</numerusform>
            <numerusform>не понято {n} строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more overlap with them; clean {path} again to see them</source>
        <translation>
            <numerusform>С ними пересекается ещё {n} находка; чтобы увидеть, запустите clean для {path} ещё раз</numerusform>
            <numerusform>С ними пересекаются ещё {n} находки; чтобы увидеть, запустите clean для {path} ещё раз</numerusform>
            <numerusform>С ними пересекается ещё {n} находок; чтобы увидеть, запустите clean для {path} ещё раз</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {borders} borders of turns look as if another person went on</source>
        <translation>
            <numerusform>На {n} границе реплик из {borders} похоже, что дальше говорит другой</numerusform>
            <numerusform>На {n} границах реплик из {borders} похоже, что дальше говорит другой</numerusform>
            <numerusform>На {n} границах реплик из {borders} похоже, что дальше говорит другой</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} open findings</source>
        <translation>
            <numerusform>{n} открытая находка</numerusform>
            <numerusform>{n} открытые находки</numerusform>
            <numerusform>{n} открытых находок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} speakers</source>
        <translation>
            <numerusform>{n} спикер</numerusform>
            <numerusform>{n} спикера</numerusform>
            <numerusform>{n} спикеров</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns</source>
        <translation>
            <numerusform>{n} реплика</numerusform>
            <numerusform>{n} реплики</numerusform>
            <numerusform>{n} реплик</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns are unclear</source>
        <translation>
            <numerusform>Спикер неясен: {n} реплика</numerusform>
            <numerusform>Спикер неясен: {n} реплики</numerusform>
            <numerusform>Спикер неясен: {n} реплик</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns have a time but no speaker.</source>
        <translation>
            <numerusform>У {n} реплики есть время, но нет спикера.</numerusform>
            <numerusform>У {n} реплик есть время, но нет спикера.</numerusform>
            <numerusform>У {n} реплик есть время, но нет спикера.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns hidden</source>
        <translation>
            <numerusform>{n} реплика скрыта</numerusform>
            <numerusform>{n} реплики скрыты</numerusform>
            <numerusform>{n} реплик скрыто</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} turns read</source>
        <translation>
            <numerusform>прочитана {n} реплика</numerusform>
            <numerusform>прочитаны {n} реплики</numerusform>
            <numerusform>прочитано {n} реплик</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words</source>
        <translation>
            <numerusform>{n} слово</numerusform>
            <numerusform>{n} слова</numerusform>
            <numerusform>{n} слов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words in a row are the same</source>
        <translation>
            <numerusform>Подряд совпадает {n} слово</numerusform>
            <numerusform>Подряд совпадают {n} слова</numerusform>
            <numerusform>Подряд совпадает {n} слов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words lie between the copies</source>
        <translation>
            <numerusform>Между копиями {n} слово</numerusform>
            <numerusform>Между копиями {n} слова</numerusform>
            <numerusform>Между копиями {n} слов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words removed</source>
        <translation>
            <numerusform>{n} слово убрано</numerusform>
            <numerusform>{n} слова убраны</numerusform>
            <numerusform>{n} слов убрано</numerusform>
        </translation>
    </message>
    <message>
        <source>{option} has no effect on the format {format}</source>
        <translation>{option} не действует на формат {format}</translation>
    </message>
    <message>
        <source>{path} already exists. Open it, or choose another name.</source>
        <translation>Файл {path} уже есть. Откройте его или выберите другое имя.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>Не удалось прочитать {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. Try a copy of it.</source>
        <translation>Не удаётся прочитать {path}: {reason}. Попробуйте копию файла.</translation>
    </message>
    <message>
        <source>{path} cannot be written. Copy it to a folder of your own and open the copy.</source>
        <translation>В файл {path} нельзя записать. Скопируйте его в свою папку и откройте копию.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose another place.</source>
        <translation>Не удаётся записать {path}: {reason}. Выберите другое место.</translation>
    </message>
    <message>
        <source>{path} does not exist. Check the name and the folder.</source>
        <translation>Файла {path} нет. Проверьте имя и папку.</translation>
    </message>
    <message>
        <source>{path} has {size} MB, the limit is {limit} MB. Divide it.</source>
        <translation>Файл {path} занимает {size} МБ, предел — {limit} МБ. Разделите его.</translation>
    </message>
    <message>
        <source>{path} holds no transcripts. Add some with annotator import.</source>
        <translation>В проекте {path} нет звонков. Добавьте их: annotator import.</translation>
    </message>
    <message>
        <source>{path} holds things that annotator never writes ({names}). It was not opened, to be safe.</source>
        <translation>В файле {path} есть то, чего annotator не пишет ({names}). На всякий случай он не открыт.</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a file in it.</source>
        <translation>{path} — это папка. Выберите файл в ней.</translation>
    </message>
    <message>
        <source>{path} is a folder. Give the name of a file in it.</source>
        <translation>{path} — это папка. Укажите имя файла в ней.</translation>
    </message>
    <message>
        <source>{path} is already open in this program.</source>
        <translation>Файл {path} уже открыт в этой программе.</translation>
    </message>
    <message>
        <source>{path} is damaged and was left as it is. Open a copy from before.</source>
        <translation>Файл {path} повреждён и оставлен как есть. Откройте прежнюю копию.</translation>
    </message>
    <message>
        <source>{path} is no annotator project. Import it instead if it is a transcript.</source>
        <translation>{path} — не проект annotator. Если это расшифровка, импортируйте её.</translation>
    </message>
    <message numerus="yes">
        <source>{path} is no folder, and there are {n} transcripts. Give a folder after -o, or one of them with --transcript.</source>
        <translation>
            <numerusform>{path} — не папка, а в проекте {n} звонок. Укажите папку после -o или один звонок через --transcript.</numerusform>
            <numerusform>{path} — не папка, а в проекте {n} звонка. Укажите папку после -o или один звонок через --transcript.</numerusform>
            <numerusform>{path} — не папка, а в проекте {n} звонков. Укажите папку после -o или один звонок через --transcript.</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} is no ordinary file. Save the transcript to a file and choose that.</source>
        <translation>{path} — не обычный файл. Сохраните расшифровку в файл и выберите его.</translation>
    </message>
    <message>
        <source>{path} is not what annotator learn --export of this version has written.</source>
        <translation>{path} — не то, что записывает annotator learn --export этой версии.</translation>
    </message>
    <message>
        <source>{path} is the transcript as it was imported. Give another name after -o, or --overwrite to replace it.</source>
        <translation>{path} — исходная расшифровка. Укажите другое имя после -o или --overwrite, чтобы заменить её.</translation>
    </message>
    <message>
        <source>{path} may not be read. Ask its owner for the right to read it.</source>
        <translation>Нет прав прочитать {path}. Попросите доступ у владельца файла.</translation>
    </message>
    <message>
        <source>{path} may not be written. Close it, or choose another folder.</source>
        <translation>Записать {path} не разрешено. Закройте этот файл в других программах или выберите другую папку.</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of annotator. Update annotator to open it.</source>
        <translation>Файл {path} создан более новой версией annotator. Чтобы открыть его, обновите annotator.</translation>
    </message>
    <message>
        <source>{path} was moved, deleted or replaced while it was open. Nothing more is saved; open it again.</source>
        <translation>Пока файл {path} был открыт, его переместили, удалили или заменили. Изменения больше не сохраняются; откройте его заново.</translation>
    </message>
    <message>
        <source>{path} would be overwritten by its own result. Give another name after -o.</source>
        <translation>Результат записался бы поверх {path}. Укажите другое имя после -o.</translation>
    </message>
    <message numerus="yes">
        <source>{path}: learned on {date} from {n} calls</source>
        <translation>
            <numerusform>{path}: изучено {date} на {n} звонке</numerusform>
            <numerusform>{path}: изучено {date} на {n} звонках</numerusform>
            <numerusform>{path}: изучено {date} на {n} звонках</numerusform>
        </translation>
    </message>
    <message>
        <source>{path}: nothing has been learned yet.</source>
        <translation>{path}: пока ничего не изучено.</translation>
    </message>
    <message>
        <source>{path}: nothing is learned any more</source>
        <translation>{path}: изученное забыто</translation>
    </message>
    <message>
        <source>{path}: there is no such folder. Create it.</source>
        <translation>{path}: такой папки нет. Создайте её.</translation>
    </message>
    <message numerus="yes">
        <source>{path}: {n} finished calls</source>
        <translation>
            <numerusform>{path}: {n} готовый звонок</numerusform>
            <numerusform>{path}: {n} готовых звонка</numerusform>
            <numerusform>{path}: {n} готовых звонков</numerusform>
        </translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} из {total}</translation>
    </message>
    <message>
        <source>{place} of {total}: {name}</source>
        <translation>{place} из {total}: {name}</translation>
    </message>
    <message>
        <source>{speaker} speaks as a client does: {words}</source>
        <translation>{speaker} говорит как клиент: {words}</translation>
    </message>
    <message>
        <source>{speaker} speaks as an agent does: {words}</source>
        <translation>{speaker} говорит как сотрудник: {words}</translation>
    </message>
    <message>
        <source>{speaker} speaks there as the other does elsewhere: {words}</source>
        <translation>{speaker} в этих репликах говорит так, как в остальных говорит другой: {words}</translation>
    </message>
    <message>
        <source>{text} is not a number from 0 to 1</source>
        <translation>{text} — не число от 0 до 1</translation>
    </message>
    <message>
        <source>{turns}, {percent} % of the words</source>
        <translation>{turns}, {percent} % слов</translation>
    </message>
    <message>
        <source>“{label}” does not look like a speaker here: kept as words of the turn above.</source>
        <translation>«{label}» здесь не похоже на спикера: оставлено словами предыдущей реплики.</translation>
    </message>
    <message>
        <source>“{left}” agrees with “{right}” across the border</source>
        <translation>«{left}» и «{right}» согласованы, но между ними граница</translation>
    </message>
    <message>
        <source>“{left}” is torn from its verb “{right}”</source>
        <translation>Слово «{left}» оторвано от глагола «{right}»</translation>
    </message>
    <message>
        <source>“{phrase}” is on the list already.</source>
        <translation>«{phrase}» уже есть в списке.</translation>
    </message>
    <message>
        <source>“{text}” does not say which words tell which side. Write for example {name}, {sign} or {none}.</source>
        <translation>«{text}» не говорит, какие слова определяют какую сторону. Напишите, например, {name}, {sign} или {none}.</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«{words}»</translation>
    </message>
    <message>
        <source>“{words}” calls {name}, and by the other turns the other speaker is {name}</source>
        <translation>«{words}» — обращение к {name}, и судя по другим репликам так зовут другого спикера</translation>
    </message>
    <message>
        <source>“{words}” calls {name}, but by the other turns this speaker is {name}</source>
        <translation>«{words}» — обращение к {name}, но судя по другим репликам так зовут самого говорящего</translation>
    </message>
    <message>
        <source>“{words}” is said by {by}, and the other speaker is {name}</source>
        <translation>«{words}» говорит {by}, а другой спикер — {name}</translation>
    </message>
    <message>
        <source>“{words}” is said by {by}, and the other speaker says “{other}”</source>
        <translation>«{words}» говорит {by}, а другой спикер говорит «{other}»</translation>
    </message>
    <message>
        <source>“{words}” is said by {by}, but elsewhere this speaker says “{other}”</source>
        <translation>«{words}» говорит {by}, но в других местах этот спикер говорит «{other}»</translation>
    </message>
    <message>
        <source>“{words}” is said by {by}, but this speaker is {name}</source>
        <translation>«{words}» говорит {by}, но этого спикера зовут {name}</translation>
    </message>
    <message>
        <source>“{words}” is what a client says, and by the other turns this speaker is the client</source>
        <translation>«{words}» говорит клиент, и судя по другим репликам этот спикер — клиент</translation>
    </message>
    <message>
        <source>“{words}” is what a client says, but by the other turns this speaker is the agent</source>
        <translation>«{words}» говорит клиент, но судя по другим репликам этот спикер — оператор</translation>
    </message>
    <message>
        <source>“{words}” is what an agent says, and by the other turns this speaker is the agent</source>
        <translation>«{words}» говорит оператор, и судя по другим репликам этот спикер — оператор</translation>
    </message>
    <message>
        <source>“{words}” is what an agent says, but by the other turns this speaker is the client</source>
        <translation>«{words}» говорит оператор, но судя по другим репликам этот спикер — клиент</translation>
    </message>
    <message>
        <source>“{word}” often begins a reply</source>
        <translation>Со слова «{word}» часто начинается ответ</translation>
    </message>
    <message>
        <source>“{word}” often ends a turn</source>
        <translation>Словом «{word}» часто кончается реплика</translation>
    </message>
</context>
</TS>
