<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1 (y %2 más)</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 no se puede leer.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 no se puede leer: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be saved: %2.</source>
        <translation>No se puede guardar %1: %2.</translation>
    </message>
    <message>
        <source>%1 cards due</source>
        <translation>%1 tarjetas pendientes</translation>
    </message>
    <message>
        <source>%1 could not be read: what read it stopped. Export it again, or as .trc.</source>
        <translation>No se pudo leer %1: lo que lo leía se detuvo. Expórtalo otra vez, o como .trc.</translation>
    </message>
    <message>
        <source>%1 could not be read; it is kept as it is, and the tutor starts afresh.</source>
        <translation>%1 no se pudo leer; se conserva como está, y el tutor empieza de nuevo.</translation>
    </message>
    <message>
        <source>%1 files (*%2)</source>
        <translation>Archivos %1 (*%2)</translation>
    </message>
    <message>
        <source>%1 has too many pixels; open a smaller picture.</source>
        <translation>%1 tiene demasiados píxeles; abre una imagen más pequeña.</translation>
    </message>
    <message>
        <source>%1 is damaged and is not brought in. Nothing was changed.</source>
        <translation>%1 está dañado y no se trae. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>%1 is damaged or too large to be opened.</source>
        <translation>%1 está dañado o es demasiado grande para abrirlo.</translation>
    </message>
    <message>
        <source>%1 is from a newer version of the tutor; it is left alone.</source>
        <translation>%1 es de una versión más nueva del tutor; no se toca.</translation>
    </message>
    <message>
        <source>%1 is from a newer version of the tutor; update the tutor first. Nothing was changed.</source>
        <translation>%1 es de una versión más nueva del tutor; actualiza primero el tutor. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB; choose a smaller picture.</source>
        <translation>%1 ocupa más de %2 MB; elige una imagen más pequeña.</translation>
    </message>
    <message>
        <source>%1 is no client card that can be read; it is kept as it is.</source>
        <translation>%1 no es una ficha de cliente que se pueda leer; se guarda tal como está.</translation>
    </message>
    <message>
        <source>%1 is no file that “Save all my data” has made. Nothing was changed.</source>
        <translation>%1 no es un archivo hecho con «Guardar todos mis datos». No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 no es un archivo.</translation>
    </message>
    <message>
        <source>%1 is no photo that was saved here.</source>
        <translation>%1 no es una foto guardada aquí.</translation>
    </message>
    <message>
        <source>%1 is no picture; open a JPEG, PNG, WebP or BMP.</source>
        <translation>%1 no es una imagen; abre un archivo JPEG, PNG, WebP o BMP.</translation>
    </message>
    <message>
        <source>%1 is not brought in: %2 in it is no client card. Nothing was changed.</source>
        <translation>%1 no se trae: %2, que está dentro, no es una ficha de cliente. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>%1 is there already: save again to replace it</source>
        <translation>%1 ya existe: guarda otra vez para reemplazarlo</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 moves; open a still picture.</source>
        <translation>%1 se mueve; abre una imagen fija.</translation>
    </message>
    <message>
        <source>%1 of %2 seen</source>
        <translation>%1 de %2 vistos</translation>
    </message>
    <message>
        <source>%1 opens the menu “%2”.</source>
        <translation>%1 abre el menú «%2».</translation>
    </message>
    <message>
        <source>%1 stays with “%2”: it is a key of presenters’ remotes, which must always work.</source>
        <translation>%1 se queda en «%2»: es una tecla de los mandos para presentar, que tienen que funcionar siempre.</translation>
    </message>
    <message>
        <source>%1 takes too long to read; export fewer seconds of it.</source>
        <translation>%1 tarda demasiado en leerse; exporta menos segundos.</translation>
    </message>
    <message>
        <source>%1, as on the stage</source>
        <translation>%1, como en el escenario</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Lesson</source>
        <translation>&amp;Lección</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>&amp;Movimiento</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>&amp;Presentar</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>M&amp;ostrar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>1 card due</source>
        <translation>1 tarjeta pendiente</translation>
    </message>
    <message>
        <source>A copy may still be in %1.</source>
        <translation>Puede quedar una copia en %1.</translation>
    </message>
    <message>
        <source>A new client. “Back to the client before” is in the menu.</source>
        <translation>Un cliente nuevo. “Volver al cliente anterior” está en el menú.</translation>
    </message>
    <message>
        <source>A question is open; it waits for an answer.</source>
        <translation>Hay una pregunta abierta; espera una respuesta.</translation>
    </message>
    <message>
        <source>A recorded motion…</source>
        <translation>Un movimiento grabado…</translation>
    </message>
    <message>
        <source>A recording needs a page of the lesson that asks nothing.</source>
        <translation>Una grabación necesita una página de la lección que no pregunte nada.</translation>
    </message>
    <message>
        <source>A side photo…</source>
        <translation>Una foto de lado…</translation>
    </message>
    <message>
        <source>A tick at each phase</source>
        <translation>Un tic en cada fase</translation>
    </message>
    <message>
        <source>About Hinge Tutor</source>
        <translation>Acerca de Hinge Tutor</translation>
    </message>
    <message>
        <source>Above the floor: the hamstrings stop at %1°.</source>
        <translation>Sobre el suelo: los isquiotibiales paran a %1°.</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Todos los comandos</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>Todos los comandos…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Anatomical</source>
        <translation>Anatómicos</translation>
    </message>
    <message>
        <source>Another movement…</source>
        <translation>Otro movimiento…</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Answer the question first: a movement or its numbers would tell.</source>
        <translation>Responde primero a la pregunta: el movimiento o sus números darían la respuesta.</translation>
    </message>
    <message>
        <source>Are keys</source>
        <translation>Son teclas</translation>
    </message>
    <message>
        <source>As a picture</source>
        <translation>Como imagen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back a little</source>
        <translation>Un poco atrás</translation>
    </message>
    <message>
        <source>Back by a tenth</source>
        <translation>Una décima atrás</translation>
    </message>
    <message>
        <source>Back to the client before</source>
        <translation>Volver al cliente anterior</translation>
    </message>
    <message>
        <source>Back to the course</source>
        <translation>Volver al curso</translation>
    </message>
    <message>
        <source>Back to the lesson</source>
        <translation>Volver a la lección</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retroceso</translation>
    </message>
    <message>
        <source>Before you move</source>
        <translation>Antes de moverte</translation>
    </message>
    <message>
        <source>Beyond what the model knows: the hamstrings are set to %1°.</source>
        <translation>Más de lo que conoce el modelo: los isquiotibiales quedan en %1°.</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Negro</translation>
    </message>
    <message>
        <source>Bring in settings, progress and client cards</source>
        <translation>Traer ajustes, progreso y fichas de clientes</translation>
    </message>
    <message>
        <source>Bring my data in…</source>
        <translation>Traer mis datos…</translation>
    </message>
    <message>
        <source>Bring the deleted card back</source>
        <translation>Recuperar la ficha borrada</translation>
    </message>
    <message>
        <source>By</source>
        <translation>De</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>CSV: angles, moments and efforts of all figures, for spreadsheets.</source>
        <translation>CSV: ángulos, momentos y esfuerzos de todas las figuras, para hojas de cálculo.</translation>
    </message>
    <message>
        <source>Centimeters, kilograms</source>
        <translation>Centímetros, kilos</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Cambiar teclas…</translation>
    </message>
    <message>
        <source>Choice of a question; a phase where none is open</source>
        <translation>Respuesta de una pregunta; una fase si no hay ninguna abierta</translation>
    </message>
    <message>
        <source>Choice or phase</source>
        <translation>Respuesta o fase</translation>
    </message>
    <message>
        <source>Choose a side photo</source>
        <translation>Elegir una foto de lado</translation>
    </message>
    <message>
        <source>Clien&amp;t</source>
        <translation>Clien&amp;te</translation>
    </message>
    <message>
        <source>Client %1</source>
        <translation>Cliente %1</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Clients…</source>
        <translation>Clientes…</translation>
    </message>
    <message>
        <source>Close this lesson pack</source>
        <translation>Cerrar este paquete de lecciones</translation>
    </message>
    <message>
        <source>Close what is on top</source>
        <translation>Cerrar lo que está encima</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Más cerca</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Colors and text</source>
        <translation>Colores y texto</translation>
    </message>
    <message>
        <source>Comes with it</source>
        <translation>Viene con él</translation>
    </message>
    <message>
        <source>Compare the last day with</source>
        <translation>Comparar el último día con</translation>
    </message>
    <message>
        <source>Compare two dates…</source>
        <translation>Comparar dos fechas…</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Consola</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Copiar la imagen</translation>
    </message>
    <message>
        <source>Copy the scene as text</source>
        <translation>Copiar la escena como texto</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Consigna</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>Consignas</translation>
    </message>
    <message>
        <source>Cues said of the body</source>
        <translation>Consignas en palabras del cuerpo</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Dark colors</source>
        <translation>Colores oscuros</translation>
    </message>
    <message>
        <source>Deepest</source>
        <translation>Lo más hondo</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Borrarla</translation>
    </message>
    <message>
        <source>Delete the card of this client?</source>
        <translation>¿Borrar la ficha de este cliente?</translation>
    </message>
    <message>
        <source>Delete this client’s card…</source>
        <translation>Borrar la ficha de este cliente…</translation>
    </message>
    <message>
        <source>Difference of efforts</source>
        <translation>Diferencia de esfuerzos</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>En duda</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>No hacen nada</translation>
    </message>
    <message>
        <source>Drag something on the stage first.</source>
        <translation>Primero arrastra algo en el escenario.</translation>
    </message>
    <message>
        <source>Each figure in real time</source>
        <translation>Cada figura en tiempo real</translation>
    </message>
    <message>
        <source>Edit the pose</source>
        <translation>Editar la postura</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>End the presentation</source>
        <translation>Terminar la presentación</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Enter goes on, and presses what has the focus; it cannot do anything else.</source>
        <translation>Intro sigue adelante y pulsa lo que tiene el foco; no puede hacer otra cosa.</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Más lejos</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Más rápido</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Fault clinic</source>
        <translation>Clínica de errores</translation>
    </message>
    <message>
        <source>Feet, pounds</source>
        <translation>Pies, libras</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Figuras</translation>
    </message>
    <message>
        <source>Figures at the same phase</source>
        <translation>Figuras en la misma fase</translation>
    </message>
    <message>
        <source>Figures face left</source>
        <translation>Figuras hacia la izquierda</translation>
    </message>
    <message>
        <source>Figures over each other</source>
        <translation>Figuras una sobre otra</translation>
    </message>
    <message>
        <source>Figures side by side</source>
        <translation>Figuras lado a lado</translation>
    </message>
    <message>
        <source>Figures turn together</source>
        <translation>Figuras que dan la vuelta juntas</translation>
    </message>
    <message>
        <source>Figures under each other</source>
        <translation>Figuras una debajo de otra</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Buscar…</translation>
    </message>
    <message>
        <source>Forget it and leave</source>
        <translation>Olvidarla y salir</translation>
    </message>
    <message>
        <source>Forward a little</source>
        <translation>Un poco adelante</translation>
    </message>
    <message>
        <source>Forward by a tenth</source>
        <translation>Una décima adelante</translation>
    </message>
    <message>
        <source>Freeze the picture</source>
        <translation>Congelar la imagen</translation>
    </message>
    <message>
        <source>From left to right: %1.</source>
        <translation>De izquierda a derecha: %1.</translation>
    </message>
    <message>
        <source>From pose to pose</source>
        <translation>De postura en postura</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>Velocidad normal</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>GIF: plays everywhere, also in slides; large, with 256 colors.</source>
        <translation>GIF: se ve en todas partes, también en diapositivas; ocupa mucho y tiene 256 colores.</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glosario</translation>
    </message>
    <message>
        <source>Glossary…</source>
        <translation>Glosario…</translation>
    </message>
    <message>
        <source>Go to step</source>
        <translation>Ir a un paso</translation>
    </message>
    <message>
        <source>Go to step…</source>
        <translation>Ir a un paso…</translation>
    </message>
    <message>
        <source>Hand-out…</source>
        <translation>Hoja para llevar…</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ocultos</translation>
    </message>
    <message>
        <source>Hinge Tutor</source>
        <translation>Hinge Tutor</translation>
    </message>
    <message>
        <source>Hinge Tutor is free software. So is everything that it is made of.</source>
        <translation>Hinge Tutor es software libre, y también lo es todo aquello de lo que está hecho.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>How much the back adds is the model’s estimate.</source>
        <translation>Lo que añade la espalda es una estimación del modelo.</translation>
    </message>
    <message>
        <source>How the figures are checked</source>
        <translation>Cómo se comprueban las cifras</translation>
    </message>
    <message>
        <source>I understand</source>
        <translation>Entiendo</translation>
    </message>
    <message>
        <source>In motion</source>
        <translation>En movimiento</translation>
    </message>
    <message>
        <source>Is needed by it</source>
        <translation>Lo necesita</translation>
    </message>
    <message>
        <source>Is used by some commands where it is there</source>
        <translation>Lo usan algunos comandos donde está instalado</translation>
    </message>
    <message>
        <source>It begins here.</source>
        <translation>Aquí empieza.</translation>
    </message>
    <message>
        <source>It stands on your own screen already.</source>
        <translation>Ya está en tu propia pantalla.</translation>
    </message>
    <message>
        <source>It starts from these figures. Esc brings you back to this place.</source>
        <translation>Empieza con estas figuras. Esc te trae de vuelta aquí.</translation>
    </message>
    <message>
        <source>It works in Train, beside a client.</source>
        <translation>Funciona en Entrenar, junto a un cliente.</translation>
    </message>
    <message>
        <source>It would tell who does what.</source>
        <translation>Diría quién hace qué.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardarla</translation>
    </message>
    <message>
        <source>Keep it and leave</source>
        <translation>Guardarla y salir</translation>
    </message>
    <message>
        <source>Keep this client’s card</source>
        <translation>Guardar la ficha de este cliente</translation>
    </message>
    <message>
        <source>Keep this client’s card before you leave?</source>
        <translation>¿Guardar la ficha de este cliente antes de salir?</translation>
    </message>
    <message>
        <source>Kept: %1. It stays on this machine.</source>
        <translation>Guardado: %1. No sale de este equipo.</translation>
    </message>
    <message>
        <source>Key poses</source>
        <translation>Posturas clave</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Keys that work now</source>
        <translation>Teclas que funcionan ahora</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language and words</source>
        <translation>Idioma y palabras</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Last joint or muscle</source>
        <translation>Articulación o músculo anterior</translation>
    </message>
    <message>
        <source>Last key pose</source>
        <translation>Postura clave anterior</translation>
    </message>
    <message>
        <source>Last time the tutor was ended by a fault in it.</source>
        <translation>La última vez, un error del programa cerró el tutor.</translation>
    </message>
    <message>
        <source>Last time the tutor was ended by a fault in it. What is known of it is in %1.</source>
        <translation>La última vez, un error del programa cerró el tutor. Lo que se sabe de ello está en %1.</translation>
    </message>
    <message>
        <source>Leave without it</source>
        <translation>Salir sin guardarla</translation>
    </message>
    <message>
        <source>Lengths and weights</source>
        <translation>Longitudes y pesos</translation>
    </message>
    <message>
        <source>Less of the fault</source>
        <translation>Menos del error</translation>
    </message>
    <message>
        <source>Less of the figure on top</source>
        <translation>Menos de la figura de encima</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lección</translation>
    </message>
    <message>
        <source>Lesson %1, step %2</source>
        <translation>Lección %1, paso %2</translation>
    </message>
    <message>
        <source>Lesson before</source>
        <translation>Lección anterior</translation>
    </message>
    <message>
        <source>Lesson packs (%1)</source>
        <translation>Paquetes de lecciones (%1)</translation>
    </message>
    <message>
        <source>Let the posed figure move again</source>
        <translation>Que la figura vuelva a moverse</translation>
    </message>
    <message>
        <source>Letters, digits and signs</source>
        <translation>Letras, cifras y signos</translation>
    </message>
    <message>
        <source>License</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Light colors</source>
        <translation>Colores claros</translation>
    </message>
    <message>
        <source>Look down</source>
        <translation>Mirar hacia abajo</translation>
    </message>
    <message>
        <source>Look to the left</source>
        <translation>Mirar a la izquierda</translation>
    </message>
    <message>
        <source>Look to the right</source>
        <translation>Mirar a la derecha</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Mirar hacia arriba</translation>
    </message>
    <message>
        <source>Loop from here</source>
        <translation>Repetir sin fin desde aquí</translation>
    </message>
    <message>
        <source>Loop up to here</source>
        <translation>Repetir sin fin hasta aquí</translation>
    </message>
    <message>
        <source>MOT</source>
        <translation>MOT</translation>
    </message>
    <message>
        <source>MOT: the motion of one figure in degrees, for OpenSim.</source>
        <translation>MOT: el movimiento de una figura en grados, para OpenSim.</translation>
    </message>
    <message>
        <source>MP4</source>
        <translation>MP4</translation>
    </message>
    <message>
        <source>MP4 and WebM need the extra package “video”: %1</source>
        <translation>MP4 y WebM necesitan el paquete adicional «video»: %1</translation>
    </message>
    <message>
        <source>MP4: a video that plays nearly everywhere.</source>
        <translation>MP4: un vídeo que se ve en casi todas partes.</translation>
    </message>
    <message>
        <source>More of the fault</source>
        <translation>Más del error</translation>
    </message>
    <message>
        <source>More of the figure on top</source>
        <translation>Más de la figura de encima</translation>
    </message>
    <message>
        <source>Motion and sound</source>
        <translation>Movimiento y sonido</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Muscle</source>
        <translation>Músculo</translation>
    </message>
    <message>
        <source>Muscle names</source>
        <translation>Nombres de los músculos</translation>
    </message>
    <message>
        <source>Muscles by anatomical names</source>
        <translation>Músculos con nombres anatómicos</translation>
    </message>
    <message>
        <source>My colors</source>
        <translation>Mis colores</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>Mis datos</translation>
    </message>
    <message>
        <source>My data (*%1)</source>
        <translation>Mis datos (*%1)</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Cliente nuevo</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Next joint or muscle</source>
        <translation>Articulación o músculo siguiente</translation>
    </message>
    <message>
        <source>Next key pose</source>
        <translation>Postura clave siguiente</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Lección siguiente</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Panel siguiente</translation>
    </message>
    <message>
        <source>Next set of layers</source>
        <translation>Siguiente juego de capas</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Paso siguiente</translation>
    </message>
    <message>
        <source>Next view of the figures</source>
        <translation>Siguiente vista de las figuras</translation>
    </message>
    <message>
        <source>Next way to share the clock</source>
        <translation>Siguiente forma de compartir el reloj</translation>
    </message>
    <message>
        <source>No cue</source>
        <translation>Sin consigna</translation>
    </message>
    <message>
        <source>No figure is held in a pose.</source>
        <translation>Ninguna figura está quieta en una postura.</translation>
    </message>
    <message>
        <source>No file is being made.</source>
        <translation>No se está haciendo ningún archivo.</translation>
    </message>
    <message>
        <source>No hands are counted now.</source>
        <translation>Ahora no se cuentan manos.</translation>
    </message>
    <message>
        <source>No lesson</source>
        <translation>Sin lección</translation>
    </message>
    <message>
        <source>No loop</source>
        <translation>No repetir sin fin</translation>
    </message>
    <message>
        <source>No program that speaks was found on this computer; espeak-ng would be one.</source>
        <translation>En este equipo no hay ningún programa que hable; espeak-ng sería uno.</translation>
    </message>
    <message>
        <source>No voice could be heard: no program that speaks the language, or no sound device.</source>
        <translation>No se pudo oír ninguna voz: falta un programa que hable el idioma, o un dispositivo de sonido.</translation>
    </message>
    <message>
        <source>Nobody is presenting now.</source>
        <translation>Ahora nadie presenta.</translation>
    </message>
    <message>
        <source>Nobody moves here, so there is only this moment.</source>
        <translation>Aquí nadie se mueve, así que solo hay este momento.</translation>
    </message>
    <message>
        <source>Nobody on the stage has a fault.</source>
        <translation>Nadie en el escenario tiene un fallo.</translation>
    </message>
    <message>
        <source>Nobody yet. “Keep” makes a card of whoever is on the screen.</source>
        <translation>Todavía nadie. “Guardar” hace una ficha de quien está en la pantalla.</translation>
    </message>
    <message>
        <source>Not all of “%1” could be opened: %2</source>
        <translation>No se pudo abrir todo lo que hay en «%1»: %2</translation>
    </message>
    <message>
        <source>Not all of “%1” could be opened: %2 (and %3 more)</source>
        <translation>No se pudo abrir todo lo que hay en «%1»: %2 (y %3 más)</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Nothing here shows folders; this is its place: %1</source>
        <translation>Aquí no hay nada que muestre carpetas; está en este lugar: %1</translation>
    </message>
    <message>
        <source>Nothing is kept in this run.</source>
        <translation>Esta vez no se guarda nada.</translation>
    </message>
    <message>
        <source>Nothing is to be found by hand now.</source>
        <translation>Ahora no hay nada que encontrar con la mano.</translation>
    </message>
    <message>
        <source>Nothing was brought in or saved: %1.</source>
        <translation>No se ha traído ni guardado nada: %1.</translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation>No se deshizo nada.</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Número %1</translation>
    </message>
    <message>
        <source>One figure alone, the next, all</source>
        <translation>Una figura sola, la siguiente, todas</translation>
    </message>
    <message>
        <source>One figure stands alone; show all of them first.</source>
        <translation>Una figura está sola; primero muéstralas todas.</translation>
    </message>
    <message>
        <source>One file after the other: wait for the last one, or cancel it.</source>
        <translation>Un archivo tras otro: espera a que termine el último, o cancélalo.</translation>
    </message>
    <message>
        <source>Only written</source>
        <translation>Solo escrita</translation>
    </message>
    <message>
        <source>Opacity %1 %.</source>
        <translation>Opacidad %1 %.</translation>
    </message>
    <message>
        <source>Open a lesson pack</source>
        <translation>Abrir un paquete de lecciones</translation>
    </message>
    <message>
        <source>Open a lesson pack…</source>
        <translation>Abrir un paquete de lecciones…</translation>
    </message>
    <message>
        <source>Open a recorded motion</source>
        <translation>Abrir un movimiento grabado</translation>
    </message>
    <message>
        <source>Open a recorded motion (C3D needs hinge-tutor[recordings])</source>
        <translation>Abrir un movimiento grabado (C3D necesita hinge-tutor[recordings])</translation>
    </message>
    <message>
        <source>Open a scene</source>
        <translation>Abrir una escena</translation>
    </message>
    <message>
        <source>Open a scene…</source>
        <translation>Abrir una escena…</translation>
    </message>
    <message>
        <source>Open the log’s folder</source>
        <translation>Abrir la carpeta del registro</translation>
    </message>
    <message>
        <source>Open the sandbox</source>
        <translation>Abrir el taller</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PDF: one page that stays sharp in print; its text can be searched.</source>
        <translation>PDF: una página que se imprime nítida; se puede buscar en su texto.</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>PNG: opens everywhere; of fixed size.</source>
        <translation>PNG: se abre en todas partes; de tamaño fijo.</translation>
    </message>
    <message>
        <source>Past the floor: the hamstrings stop at %1°.</source>
        <translation>Más abajo del suelo: los isquiotibiales paran a %1°.</translation>
    </message>
    <message>
        <source>Paste a scene</source>
        <translation>Pegar una escena</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>AvPág</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>RePág</translation>
    </message>
    <message>
        <source>Photos (%1)</source>
        <translation>Fotos (%1)</translation>
    </message>
    <message>
        <source>Photos with marks (*%1)</source>
        <translation>Fotos con marcas (*%1)</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Sencillos</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Reproducir o pausar</translation>
    </message>
    <message>
        <source>Plot: %1</source>
        <translation>Gráfico: %1</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>Pointer down</source>
        <translation>Puntero hacia abajo</translation>
    </message>
    <message>
        <source>Pointer left</source>
        <translation>Puntero hacia la izquierda</translation>
    </message>
    <message>
        <source>Pointer right</source>
        <translation>Puntero hacia la derecha</translation>
    </message>
    <message>
        <source>Pointer up</source>
        <translation>Puntero hacia arriba</translation>
    </message>
    <message>
        <source>Pointer, then spotlight</source>
        <translation>Puntero, luego foco</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Preferencias…</translation>
    </message>
    <message>
        <source>Present from here</source>
        <translation>Presentar desde aquí</translation>
    </message>
    <message>
        <source>Present from the start</source>
        <translation>Presentar desde el inicio</translation>
    </message>
    <message>
        <source>Presenting</source>
        <translation>Al presentar</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>Proyector</translation>
    </message>
    <message>
        <source>Projector colors</source>
        <translation>Colores de proyector</translation>
    </message>
    <message>
        <source>Qt and PySide6 are libraries of their own, which this program uses unchanged. Whoever has the program may put another build of them in their place.</source>
        <translation>Qt y PySide6 son bibliotecas aparte, que este programa usa sin cambiarlas. Quien tiene el programa puede poner otra compilación de ellas en su lugar.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Read aloud, too</source>
        <translation>También leída en voz alta</translation>
    </message>
    <message>
        <source>Recall cards</source>
        <translation>Tarjetas de repaso</translation>
    </message>
    <message>
        <source>Recorded motions (%1)</source>
        <translation>Movimientos grabados (%1)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>STO</source>
        <translation>STO</translation>
    </message>
    <message>
        <source>STO: muscle efforts and joint moments of one figure, for OpenSim.</source>
        <translation>STO: esfuerzos musculares y momentos articulares de una figura, para OpenSim.</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>SVG: stays sharp at any size, for drawing programs and web pages.</source>
        <translation>SVG: se ve nítido a cualquier tamaño, para programas de dibujo y páginas web.</translation>
    </message>
    <message>
        <source>Said of the body</source>
        <translation>En palabras del cuerpo</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Taller</translation>
    </message>
    <message>
        <source>Save a picture or clip…</source>
        <translation>Guardar una imagen o un vídeo…</translation>
    </message>
    <message>
        <source>Save all my data…</source>
        <translation>Guardar todos mis datos…</translation>
    </message>
    <message>
        <source>Save it and leave</source>
        <translation>Guardarla y salir</translation>
    </message>
    <message>
        <source>Save my settings, my progress and my client cards</source>
        <translation>Guardar mis ajustes, mi progreso y las fichas de mis clientes</translation>
    </message>
    <message>
        <source>Save the figures&apos; data</source>
        <translation>Guardar los datos de las figuras</translation>
    </message>
    <message>
        <source>Save the figures&apos; data…</source>
        <translation>Guardar los datos de las figuras…</translation>
    </message>
    <message>
        <source>Save the photo with its marks</source>
        <translation>Guardar la foto con sus marcas</translation>
    </message>
    <message>
        <source>Save the photo with its marks before you leave?</source>
        <translation>¿Guardar la foto con sus marcas antes de salir?</translation>
    </message>
    <message>
        <source>Save the scene</source>
        <translation>Guardar la escena</translation>
    </message>
    <message>
        <source>Save the scene…</source>
        <translation>Guardar la escena…</translation>
    </message>
    <message>
        <source>Say the pose in words</source>
        <translation>Decir la postura con palabras</translation>
    </message>
    <message>
        <source>Scenes (*%1)</source>
        <translation>Escenas (*%1)</translation>
    </message>
    <message>
        <source>Sh&amp;are</source>
        <translation>Comp&amp;artir</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>A la vista</translation>
    </message>
    <message>
        <source>Shown: %1.</source>
        <translation>Se muestra: %1.</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>En silencio</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Más lento</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>So it is with %1 more files.</source>
        <translation>Lo mismo pasa con %1 archivos más.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Stage only</source>
        <translation>Solo el escenario</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>De pie</translation>
    </message>
    <message>
        <source>Start this step again</source>
        <translation>Empezar este paso otra vez</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Quedarse aquí</translation>
    </message>
    <message>
        <source>Step before</source>
        <translation>Paso anterior</translation>
    </message>
    <message>
        <source>Stop if something hurts, and ask somebody who can look at you. This program teaches a movement; it is no treatment and knows nothing of your body. Watching is enough to learn from it.</source>
        <translation>Detente si algo te duele y pregunta a alguien que pueda verte. Este programa enseña un movimiento; no es un tratamiento y no sabe nada de tu cuerpo. Basta con mirar para aprender.</translation>
    </message>
    <message>
        <source>Stop making the file</source>
        <translation>Dejar de hacer el archivo</translation>
    </message>
    <message>
        <source>Swap the figures</source>
        <translation>Intercambiar las figuras</translation>
    </message>
    <message>
        <source>Swap the screens</source>
        <translation>Intercambiar las pantallas</translation>
    </message>
    <message>
        <source>TRC</source>
        <translation>TRC</translation>
    </message>
    <message>
        <source>TRC: the places of one figure&apos;s joints, in millimeters.</source>
        <translation>TRC: los lugares de las articulaciones de una figura, en milímetros.</translation>
    </message>
    <message>
        <source>Tab leads from control to control; it cannot do anything else.</source>
        <translation>Tab lleva de un control a otro; no puede hacer otra cosa.</translation>
    </message>
    <message>
        <source>Table with commas (*%1)</source>
        <translation>Tabla con comas (*%1)</translation>
    </message>
    <message>
        <source>Take back the last hand</source>
        <translation>Quitar la última mano</translation>
    </message>
    <message>
        <source>Teacher’s bundle…</source>
        <translation>Carpeta para quien enseña…</translation>
    </message>
    <message>
        <source>Technique map</source>
        <translation>Mapa de técnica</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Término</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>That is my guess</source>
        <translation>Esa es mi predicción</translation>
    </message>
    <message>
        <source>The card is deleted. Until the tutor is closed, the menu can bring it back.</source>
        <translation>La ficha está borrada. Hasta que se cierre el tutor, el menú puede recuperarla.</translation>
    </message>
    <message>
        <source>The card of %1 is there again.</source>
        <translation>La ficha de %1 está otra vez ahí.</translation>
    </message>
    <message>
        <source>The client cards in %1 cannot be read: %2.</source>
        <translation>No se pueden leer las fichas de clientes en %1: %2.</translation>
    </message>
    <message>
        <source>The course</source>
        <translation>El curso</translation>
    </message>
    <message>
        <source>The course ends here.</source>
        <translation>El curso acaba aquí.</translation>
    </message>
    <message>
        <source>The course…</source>
        <translation>El curso…</translation>
    </message>
    <message>
        <source>The data cannot be saved in %1: %2.</source>
        <translation>Los datos no se pueden guardar en %1: %2.</translation>
    </message>
    <message>
        <source>The data of the figures is in %1.</source>
        <translation>Los datos de las figuras están en %1.</translation>
    </message>
    <message>
        <source>The difference is hidden.</source>
        <translation>La diferencia está oculta.</translation>
    </message>
    <message>
        <source>The figures face left.</source>
        <translation>Las figuras miran a la izquierda.</translation>
    </message>
    <message>
        <source>The figures face right.</source>
        <translation>Las figuras miran a la derecha.</translation>
    </message>
    <message>
        <source>The figures of the lesson again</source>
        <translation>Otra vez las figuras de la lección</translation>
    </message>
    <message>
        <source>The figures stand apart.</source>
        <translation>Las figuras están separadas.</translation>
    </message>
    <message>
        <source>The figures stand still until the question is answered.</source>
        <translation>Las figuras están quietas hasta que se responda la pregunta.</translation>
    </message>
    <message>
        <source>The file could not be made: something broke while it was made.</source>
        <translation>No se pudo crear el archivo: algo falló mientras se hacía.</translation>
    </message>
    <message>
        <source>The file that was on its way was not made. Ask for it once more.</source>
        <translation>El archivo que estaba en camino no se hizo. Vuelve a pedirlo.</translation>
    </message>
    <message>
        <source>The folder cannot be made: %1.</source>
        <translation>No se puede crear la carpeta: %1.</translation>
    </message>
    <message>
        <source>The lesson</source>
        <translation>La lección</translation>
    </message>
    <message>
        <source>The lesson has ended; a page of it has to be open.</source>
        <translation>La lección ha terminado; tiene que estar abierta una página suya.</translation>
    </message>
    <message>
        <source>The lesson pack %1 is gone; open it again once it is back.</source>
        <translation>El paquete de lecciones %1 ya no está; ábrelo otra vez cuando vuelva.</translation>
    </message>
    <message>
        <source>The lesson pack “%1” by %2 is open: %3 lessons.</source>
        <translation>El paquete de lecciones «%1», de %2, está abierto: %3 lecciones.</translation>
    </message>
    <message>
        <source>The lesson pack “%1” by %2 is open: 1 lesson.</source>
        <translation>El paquete de lecciones «%1», de %2, está abierto: 1 lección.</translation>
    </message>
    <message>
        <source>The lesson pack “%1” is closed.</source>
        <translation>El paquete de lecciones «%1» está cerrado.</translation>
    </message>
    <message>
        <source>The model explained</source>
        <translation>El modelo explicado</translation>
    </message>
    <message>
        <source>The muscle roll shows each figure&apos;s own work.</source>
        <translation>La banda de músculos muestra el trabajo de cada figura.</translation>
    </message>
    <message>
        <source>The muscle roll shows how much harder muscles work in the second figure.</source>
        <translation>La banda de músculos muestra cuánto más trabajan los músculos en la segunda figura.</translation>
    </message>
    <message>
        <source>The only difference</source>
        <translation>La única diferencia</translation>
    </message>
    <message>
        <source>The photo cannot be saved in %1: %2.</source>
        <translation>La foto no se puede guardar en %1: %2.</translation>
    </message>
    <message>
        <source>The photo with its marks is in %1.</source>
        <translation>La foto con sus marcas está en %1.</translation>
    </message>
    <message>
        <source>The picture is copied; paste it wherever you like.</source>
        <translation>La imagen está copiada; pégala donde quieras.</translation>
    </message>
    <message>
        <source>The picture is frozen.</source>
        <translation>La imagen está congelada.</translation>
    </message>
    <message>
        <source>The pointer is off.</source>
        <translation>El puntero está apagado.</translation>
    </message>
    <message>
        <source>The presentation has to be ended first.</source>
        <translation>Primero hay que terminar la presentación.</translation>
    </message>
    <message>
        <source>The recording could not be read: no process could be started.</source>
        <translation>No se pudo leer la grabación: no se pudo iniciar ningún proceso.</translation>
    </message>
    <message>
        <source>The scene cannot be saved in %1: %2.</source>
        <translation>La escena no se puede guardar en %1: %2.</translation>
    </message>
    <message>
        <source>The scene is copied as text; paste it wherever you write.</source>
        <translation>La escena está copiada como texto; pégala donde escribas.</translation>
    </message>
    <message>
        <source>The scene is in %1.</source>
        <translation>La escena está en %1.</translation>
    </message>
    <message>
        <source>The tutor&apos;s own typeface is missing; another one stands in.</source>
        <translation>Falta la tipografía del tutor; se usa otra en su lugar.</translation>
    </message>
    <message>
        <source>The whole stage</source>
        <translation>Todo el escenario</translation>
    </message>
    <message>
        <source>The whole stage is seen already.</source>
        <translation>Ya se ve todo el escenario.</translation>
    </message>
    <message>
        <source>The work could not be started.</source>
        <translation>No se pudo empezar el trabajo.</translation>
    </message>
    <message>
        <source>The work could not be started: %1.</source>
        <translation>No se pudo empezar el trabajo: %1.</translation>
    </message>
    <message>
        <source>The work was ended from outside before the file was made.</source>
        <translation>El trabajo se cortó desde fuera antes de terminar el archivo.</translation>
    </message>
    <message>
        <source>There is no lesson in %1.</source>
        <translation>No hay ninguna lección en %1.</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>No hay ninguna imagen en el portapapeles.</translation>
    </message>
    <message>
        <source>There is no room for them here; they show as soon as the window is higher.</source>
        <translation>Aquí no hay espacio para ellos; aparecen en cuanto la ventana sea más alta.</translation>
    </message>
    <message>
        <source>There is nobody on the stage now.</source>
        <translation>Ahora no hay nadie en el escenario.</translation>
    </message>
    <message>
        <source>There is none in this direction.</source>
        <translation>En esta dirección no hay ninguno.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>There is one screen only.</source>
        <translation>Solo hay una pantalla.</translation>
    </message>
    <message>
        <source>There is only one figure.</source>
        <translation>Solo hay una figura.</translation>
    </message>
    <message>
        <source>They are there.</source>
        <translation>Ya están ahí.</translation>
    </message>
    <message>
        <source>They touch the floor: the hamstrings stop at %1°.</source>
        <translation>Tocan el suelo: los isquiotibiales paran a %1°.</translation>
    </message>
    <message>
        <source>They wait until the question is answered, since they might tell the answer.</source>
        <translation>Esperan a que se responda la pregunta, porque podrían decir la respuesta.</translation>
    </message>
    <message>
        <source>This lesson could not be read. The rest of the course is there.</source>
        <translation>Esta lección no se pudo leer. El resto del curso está ahí.</translation>
    </message>
    <message>
        <source>This lesson is one of a pack.</source>
        <translation>Esta lección es de un paquete.</translation>
    </message>
    <message>
        <source>This lesson is one of the course.</source>
        <translation>Esta lección es del curso.</translation>
    </message>
    <message>
        <source>This needs two figures on the stage.</source>
        <translation>Para esto hacen falta dos figuras en el escenario.</translation>
    </message>
    <message>
        <source>This picture is too small to see joints on it.</source>
        <translation>Esta imagen es demasiado pequeña para ver las articulaciones.</translation>
    </message>
    <message>
        <source>This was recorded. Copy its picture, or save its curves as a table.</source>
        <translation>Esto es una grabación. Copia su imagen o guarda sus curvas como tabla.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entrenar</translation>
    </message>
    <message>
        <source>Try a fault</source>
        <translation>Probar un error</translation>
    </message>
    <message>
        <source>Try a fault…</source>
        <translation>Probar un error…</translation>
    </message>
    <message>
        <source>Under the figures</source>
        <translation>Debajo de las figuras</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Tamaño normal del texto</translation>
    </message>
    <message>
        <source>WebM</source>
        <translation>WebM</translation>
    </message>
    <message>
        <source>WebM: a free video format, for browsers.</source>
        <translation>WebM: un formato de vídeo libre, para navegadores.</translation>
    </message>
    <message>
        <source>WebP</source>
        <translation>WebP</translation>
    </message>
    <message>
        <source>WebP: plays in browsers, over and over, in all colors.</source>
        <translation>WebP: se ve en navegadores, una y otra vez, con todos los colores.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>What does the client do?</source>
        <translation>¿Qué hace el cliente?</translation>
    </message>
    <message>
        <source>What is open beside the stage has to be closed first.</source>
        <translation>Primero hay que cerrar lo que está abierto junto al escenario.</translation>
    </message>
    <message>
        <source>What was copied last is no scene; a scene begins with hinge:.</source>
        <translation>Lo último que se copió no es una escena. Una escena empieza con «hinge:».</translation>
    </message>
    <message>
        <source>When it is repaired</source>
        <translation>Cuando está arreglado</translation>
    </message>
    <message>
        <source>When practicing along</source>
        <translation>Al practicar con la figura</translation>
    </message>
    <message>
        <source>When presenting</source>
        <translation>Al presentar</translation>
    </message>
    <message>
        <source>Where should the lesson’s folder go?</source>
        <translation>¿Dónde debe ir la carpeta de la lección?</translation>
    </message>
    <message>
        <source>Which plot</source>
        <translation>Qué gráfico</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanco</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Writing a lesson</source>
        <translation>Escribir una lección</translation>
    </message>
    <message>
        <source>You are in the lesson.</source>
        <translation>Estás en la lección.</translation>
    </message>
    <message>
        <source>Your data is here. Client cards: %1.</source>
        <translation>Tus datos están aquí. Fichas de clientes: %1.</translation>
    </message>
    <message>
        <source>Your data is here. Client cards: %1. What was here before is kept in %2.</source>
        <translation>Tus datos están aquí. Fichas de clientes: %1. Lo que había antes se guarda en %2.</translation>
    </message>
    <message>
        <source>a file stands where the folder should be</source>
        <translation>hay un archivo donde tendría que estar la carpeta</translation>
    </message>
    <message>
        <source>a folder stands in its place</source>
        <translation>hay una carpeta en su lugar</translation>
    </message>
    <message>
        <source>author markdown create</source>
        <translation>autor markdown crear</translation>
    </message>
    <message>
        <source>backup export move computer</source>
        <translation>copia de seguridad respaldo exportar cambiar de ordenador</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>no se puede abrir</translation>
    </message>
    <message>
        <source>chart grid</source>
        <translation>gráfica cuadrícula</translation>
    </message>
    <message>
        <source>client coach patient trainer</source>
        <translation>cliente entrenador paciente entrenar</translation>
    </message>
    <message>
        <source>contents overview chapters</source>
        <translation>índice contenido capítulos</translation>
    </message>
    <message>
        <source>copyright credits open source</source>
        <translation>derechos créditos código abierto</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecha</translation>
    </message>
    <message>
        <source>drag move joints</source>
        <translation>arrastrar mover articulaciones</translation>
    </message>
    <message>
        <source>equations science manual</source>
        <translation>ecuaciones ciencia manual</translation>
    </message>
    <message>
        <source>errors trouble report crash</source>
        <translation>errores problemas informe</translation>
    </message>
    <message>
        <source>evidence validation accuracy</source>
        <translation>pruebas validación exactitud</translation>
    </message>
    <message>
        <source>exit close the program</source>
        <translation>cerrar terminar el programa</translation>
    </message>
    <message>
        <source>export table spreadsheet</source>
        <translation>exportar tabla hoja de cálculo</translation>
    </message>
    <message>
        <source>flash cards quiz</source>
        <translation>tarjetas fichas repaso</translation>
    </message>
    <message>
        <source>import lessons of my own</source>
        <translation>importar lecciones propias</translation>
    </message>
    <message>
        <source>its folder is gone</source>
        <translation>su carpeta ya no está</translation>
    </message>
    <message>
        <source>laser highlight spotlight</source>
        <translation>láser señalar foco</translation>
    </message>
    <message>
        <source>long thighs</source>
        <translation>muslos largos</translation>
    </message>
    <message>
        <source>mocap motion capture trc mot c3d OpenSim markers</source>
        <translation>mocap captura de movimiento trc mot c3d OpenSim marcadores</translation>
    </message>
    <message>
        <source>pain safety warning</source>
        <translation>dolor seguridad aviso</translation>
    </message>
    <message>
        <source>palette</source>
        <translation>paleta</translation>
    </message>
    <message>
        <source>picture image posture camera</source>
        <translation>imagen retrato postura cámara</translation>
    </message>
    <message>
        <source>presenter view speaker notes timer</source>
        <translation>vista del presentador notas cronómetro</translation>
    </message>
    <message>
        <source>print printer pdf take home</source>
        <translation>imprimir impresora pdf llevar a casa</translation>
    </message>
    <message>
        <source>restore import backup move computer</source>
        <translation>restaurar importar copia de seguridad respaldo cambiar de ordenador</translation>
    </message>
    <message>
        <source>screenshot image clipboard</source>
        <translation>captura de pantalla imagen portapapeles</translation>
    </message>
    <message>
        <source>search</source>
        <translation>búsqueda</translation>
    </message>
    <message>
        <source>settings options configuration</source>
        <translation>ajustes opciones configuración</translation>
    </message>
    <message>
        <source>settings.json gives %1 to “%2” and to “%3”; both have their usual keys.</source>
        <translation>settings.json da %1 a «%2» y a «%3»; los dos comandos tienen sus teclas habituales.</translation>
    </message>
    <message>
        <source>settings.json gives %1 to “%2”; that key cannot be given away.</source>
        <translation>settings.json da %1 a «%2»; esa tecla no se puede dar a otro comando.</translation>
    </message>
    <message>
        <source>settings.json gives keys to “%1”, and there is no such command.</source>
        <translation>settings.json da teclas a «%1», y no existe ese comando.</translation>
    </message>
    <message>
        <source>settings.json: “%1” gives no command a key, and is passed over.</source>
        <translation>settings.json: «%1» no da una tecla a ningún comando, y no cuenta.</translation>
    </message>
    <message>
        <source>short thighs</source>
        <translation>muslos cortos</translation>
    </message>
    <message>
        <source>shortcuts hotkeys keyboard</source>
        <translation>atajos teclado</translation>
    </message>
    <message>
        <source>shortcuts hotkeys remap keyboard</source>
        <translation>atajos teclado reasignar</translation>
    </message>
    <message>
        <source>side photo</source>
        <translation>foto de lado</translation>
    </message>
    <message>
        <source>slide show projector beamer audience</source>
        <translation>diapositivas proyector público</translation>
    </message>
    <message>
        <source>speech voice speak TTS screen reader</source>
        <translation>voz hablar lectura TTS lector de pantalla</translation>
    </message>
    <message>
        <source>start stop</source>
        <translation>empezar parar</translation>
    </message>
    <message>
        <source>stiff ankles</source>
        <translation>tobillos rígidos</translation>
    </message>
    <message>
        <source>stiff hamstrings</source>
        <translation>isquiotibiales rígidos</translation>
    </message>
    <message>
        <source>supple ankles</source>
        <translation>tobillos flexibles</translation>
    </message>
    <message>
        <source>supple hamstrings</source>
        <translation>isquiotibiales flexibles</translation>
    </message>
    <message>
        <source>terms words dictionary</source>
        <translation>términos palabras diccionario</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>el disco está lleno</translation>
    </message>
    <message>
        <source>theme beamer</source>
        <translation>tema cañón</translation>
    </message>
    <message>
        <source>theme bright day</source>
        <translation>tema claro día</translation>
    </message>
    <message>
        <source>theme night black</source>
        <translation>tema noche negro</translation>
    </message>
    <message>
        <source>this disk can only be read</source>
        <translation>este disco solo se puede leer</translation>
    </message>
    <message>
        <source>try free play lab</source>
        <translation>probar libre laboratorio</translation>
    </message>
    <message>
        <source>version information</source>
        <translation>versión información</translation>
    </message>
    <message>
        <source>video gif png svg pdf image animation</source>
        <translation>vídeo gif png svg pdf imagen animación exportar</translation>
    </message>
    <message>
        <source>worksheet class students school</source>
        <translation>ficha clase alumnos escuela</translation>
    </message>
    <message>
        <source>you have no right to write there</source>
        <translation>no tienes permiso para escribir ahí</translation>
    </message>
    <message>
        <source>your share of the disk is full</source>
        <translation>tu parte del disco está llena</translation>
    </message>
    <message>
        <source>zoom bigger font letters</source>
        <translation>zoom grande fuente letras</translation>
    </message>
    <message>
        <source>zoom font letters</source>
        <translation>zoom fuente letras</translation>
    </message>
    <message>
        <source>zoom normal font letters</source>
        <translation>zoom normal fuente letras</translation>
    </message>
</context>
<context>
    <name>About</name>
    <message>
        <source>About Hinge Tutor</source>
        <translation>Acerca de Hinge Tutor</translation>
    </message>
    <message>
        <source>Copied. No name and no path of yours is in it.</source>
        <translation>Copiado. No contiene ni tu nombre ni ninguna ruta tuya.</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>Copiar para un informe</translation>
    </message>
    <message>
        <source>Free software under the MIT license. © 2026 hinge-tutor contributors.</source>
        <translation>Software libre con licencia MIT. © 2026 hinge-tutor contributors.</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Teaches folding at the hips on a computed body. It works without a network, knows nobody&apos;s name, and sends nothing anywhere.</source>
        <translation>Enseña a doblarse por la cadera con un cuerpo calculado. Funciona sin red, no sabe el nombre de nadie y no envía nada a ninguna parte.</translation>
    </message>
    <message>
        <source>The program&apos;s icon</source>
        <translation>El icono del programa</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
</context>
<context>
    <name>Ahead</name>
    <message>
        <source>NEXT</source>
        <translation>DESPUÉS</translation>
    </message>
    <message>
        <source>Nothing more: this was the last lesson</source>
        <translation>Nada más: esta era la última lección</translation>
    </message>
    <message>
        <source>The answer to this question</source>
        <translation>La respuesta a esta pregunta</translation>
    </message>
    <message>
        <source>The end of this lesson</source>
        <translation>El final de esta lección</translation>
    </message>
    <message>
        <source>The next picture</source>
        <translation>La imagen siguiente</translation>
    </message>
</context>
<context>
    <name>Blank</name>
    <message>
        <source>Blank screen</source>
        <translation>Pantalla vacía</translation>
    </message>
</context>
<context>
    <name>BodySection</name>
    <message>
        <source>Body</source>
        <translation>Cuerpo</translation>
    </message>
    <message>
        <source>Known body: %1</source>
        <translation>Cuerpo conocido: %1</translation>
    </message>
    <message>
        <source>One body for all figures</source>
        <translation>Un cuerpo para todas</translation>
    </message>
</context>
<context>
    <name>CardKeeping</name>
    <message>
        <source>The client card cannot be saved in %1: %2. Nothing of it is lost here.</source>
        <translation>La ficha del cliente no se puede guardar en %1: %2. Aquí no se pierde nada.</translation>
    </message>
</context>
<context>
    <name>ChoiceBoard</name>
    <message>
        <source>Choices</source>
        <translation>Respuestas posibles</translation>
    </message>
</context>
<context>
    <name>ChoiceButton</name>
    <message>
        <source>Choice %1</source>
        <translation>Respuesta %1</translation>
    </message>
    <message>
        <source>not this one</source>
        <translation>no es esta</translation>
    </message>
    <message>
        <source>right</source>
        <translation>correcta</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Nothing has this word.</source>
        <translation>Nada tiene esta palabra.</translation>
    </message>
    <message>
        <source>Type to find</source>
        <translation>Escribe para buscar</translation>
    </message>
</context>
<context>
    <name>ClinicPane</name>
    <message>
        <source>Another sitting</source>
        <translation>Otra sesión</translation>
    </message>
    <message>
        <source>Back to the lesson</source>
        <translation>Volver a la lección</translation>
    </message>
    <message>
        <source>Close the fault clinic</source>
        <translation>Cerrar la clínica de errores</translation>
    </message>
    <message>
        <source>Close the fault clinic (Esc)</source>
        <translation>Cerrar la clínica de errores (Esc)</translation>
    </message>
    <message>
        <source>Enough for today</source>
        <translation>Basta por hoy</translation>
    </message>
    <message>
        <source>Next round</source>
        <translation>Siguiente ronda</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Show it repaired</source>
        <translation>Mostrarla corregida</translation>
    </message>
    <message>
        <source>The round</source>
        <translation>La ronda</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>%1 · step %2 of %3 · page %4 of %5</source>
        <translation>%1 · paso %2 de %3 · página %4 de %5</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Botones</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Congelar</translation>
    </message>
    <message>
        <source>NOTES</source>
        <translation>NOTAS</translation>
    </message>
    <message>
        <source>Next and notes</source>
        <translation>Lo siguiente y las notas</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>Puntero</translation>
    </message>
    <message>
        <source>Presenter&apos;s console</source>
        <translation>Consola de quien presenta</translation>
    </message>
    <message>
        <source>Swap screens</source>
        <translation>Cambiar pantallas</translation>
    </message>
    <message>
        <source>The audience sees black.</source>
        <translation>El público ve la pantalla en negro.</translation>
    </message>
    <message>
        <source>The audience sees white.</source>
        <translation>El público ve la pantalla en blanco.</translation>
    </message>
    <message>
        <source>The picture is held.</source>
        <translation>La imagen está congelada.</translation>
    </message>
</context>
<context>
    <name>CueCard</name>
    <message>
        <source>As a picture</source>
        <translation>Como imagen</translation>
    </message>
    <message>
        <source>Said of the body</source>
        <translation>En palabras del cuerpo</translation>
    </message>
    <message>
        <source>TRY THE CUE</source>
        <translation>PRUEBA LA CONSIGNA</translation>
    </message>
    <message>
        <source>The same cue in other words</source>
        <translation>La misma consigna con otras palabras</translation>
    </message>
</context>
<context>
    <name>DataRow</name>
    <message>
        <source>Nothing is kept in this run.</source>
        <translation>Esta vez no se guarda nada.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
</context>
<context>
    <name>DeckPane</name>
    <message>
        <source>Back to the lesson</source>
        <translation>Volver a la lección</translation>
    </message>
    <message>
        <source>Close the recall cards</source>
        <translation>Cerrar las tarjetas de repaso</translation>
    </message>
    <message>
        <source>Close the recall cards (Esc)</source>
        <translation>Cerrar las tarjetas de repaso (Esc)</translation>
    </message>
    <message>
        <source>I knew it</source>
        <translation>La sabía</translation>
    </message>
    <message>
        <source>I knew it (1)</source>
        <translation>La sabía (1)</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>Not yet (2, PgDn, Enter)</source>
        <translation>Todavía no (2, AvPág, Entrar)</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Mostrar la respuesta</translation>
    </message>
    <message>
        <source>The card</source>
        <translation>La tarjeta</translation>
    </message>
</context>
<context>
    <name>DialCard</name>
    <message>
        <source>How much of the fault, in tenths</source>
        <translation>Cuánto del error, en décimas</translation>
    </message>
    <message>
        <source>Less of the fault</source>
        <translation>Menos del error</translation>
    </message>
    <message>
        <source>More of the fault</source>
        <translation>Más del error</translation>
    </message>
</context>
<context>
    <name>EndCard</name>
    <message>
        <source>All lessons</source>
        <translation>Todas las lecciones</translation>
    </message>
    <message>
        <source>Recall cards</source>
        <translation>Tarjetas de repaso</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Empezar otra vez</translation>
    </message>
</context>
<context>
    <name>ErrandCard</name>
    <message>
        <source>%1 is being made.</source>
        <translation>Se está haciendo %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>File to take away</source>
        <translation>Archivo para llevar</translation>
    </message>
    <message>
        <source>How much of the file is made</source>
        <translation>Cuánto del archivo está hecho</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>Abrir su carpeta</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>Stopped; %1 was not made.</source>
        <translation>Detenido; no se ha creado %1.</translation>
    </message>
    <message>
        <source>The file is not made.</source>
        <translation>El archivo no se crea.</translation>
    </message>
</context>
<context>
    <name>ExportCard</name>
    <message>
        <source>Colors</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Pauses at key poses</source>
        <translation>Pausas en las posturas clave</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>Proyector</translation>
    </message>
    <message>
        <source>Save a picture or clip</source>
        <translation>Guardar una imagen o un vídeo</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>The whole movement</source>
        <translation>Todo el movimiento</translation>
    </message>
    <message>
        <source>This moment</source>
        <translation>Este momento</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Whose numbers</source>
        <translation>Números de quién</translation>
    </message>
</context>
<context>
    <name>FaultsSection</name>
    <message>
        <source>Faults</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>This movement is shown with none.</source>
        <translation>Este movimiento se muestra sin ninguno.</translation>
    </message>
</context>
<context>
    <name>FiguresSection</name>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>Another movement</source>
        <translation>Otro movimiento</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Figure %1: %2</source>
        <translation>Figura %1: %2</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Figuras</translation>
    </message>
    <message>
        <source>Movement…</source>
        <translation>Movimiento…</translation>
    </message>
    <message>
        <source>One figure more</source>
        <translation>Una figura más</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Take this figure away</source>
        <translation>Quitar esta figura</translation>
    </message>
    <message>
        <source>The same figure again</source>
        <translation>La misma figura otra vez</translation>
    </message>
</context>
<context>
    <name>FileStrip</name>
    <message>
        <source>Not shown yet: the file has a problem.</source>
        <translation>Aún no se muestra: el archivo tiene un problema.</translation>
    </message>
    <message>
        <source>Problems in the file</source>
        <translation>Problemas en el archivo</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… y %1 más</translation>
    </message>
</context>
<context>
    <name>FilledBar</name>
    <message>
        <source>Phases of the repetition, and what was filled</source>
        <translation>Fases de la repetición, y qué se rellenó</translation>
    </message>
</context>
<context>
    <name>ForgetRow</name>
    <message>
        <source>Forget it</source>
        <translation>Olvidarlo</translation>
    </message>
    <message>
        <source>Forget my progress…</source>
        <translation>Olvidar mi avance…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>Lessons, answers and recall cards are forgotten, and the course begins anew. Your settings stay.</source>
        <translation>Se olvidan las lecciones, las respuestas y las tarjetas de repaso, y el curso empieza de nuevo. Tus preferencias se quedan.</translation>
    </message>
    <message>
        <source>Your progress is forgotten.</source>
        <translation>Tu avance está olvidado.</translation>
    </message>
</context>
<context>
    <name>GuessCard</name>
    <message>
        <source>Kept. Next shows it.</source>
        <translation>Anotada. «Siguiente» lo muestra.</translation>
    </message>
    <message>
        <source>One centimeter back</source>
        <translation>Un centímetro atrás</translation>
    </message>
    <message>
        <source>One centimeter down</source>
        <translation>Un centímetro abajo</translation>
    </message>
    <message>
        <source>One centimeter forward</source>
        <translation>Un centímetro adelante</translation>
    </message>
    <message>
        <source>One centimeter up</source>
        <translation>Un centímetro arriba</translation>
    </message>
</context>
<context>
    <name>HandoutCard</name>
    <message>
        <source>Beside the movement</source>
        <translation>Junto al movimiento</translation>
    </message>
    <message>
        <source>For whom (not kept)</source>
        <translation>Para quién (no se guarda)</translation>
    </message>
    <message>
        <source>Hand-out</source>
        <translation>Hoja para llevar</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>One cue</source>
        <translation>Una consigna</translation>
    </message>
    <message>
        <source>Or in your own words</source>
        <translation>O con tus propias palabras</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Save the hand-out</source>
        <translation>Guardar la hoja</translation>
    </message>
    <message>
        <source>The hand-out is on its way to the printer.</source>
        <translation>La hoja va de camino a la impresora.</translation>
    </message>
</context>
<context>
    <name>HandsRow</name>
    <message>
        <source>One hand fewer for: %1</source>
        <translation>Una mano menos para: %1</translation>
    </message>
    <message>
        <source>One hand more for: %1</source>
        <translation>Una mano más para: %1</translation>
    </message>
    <message>
        <source>SHOW OF HANDS: PRESS 1 TO %1</source>
        <translation>A MANO ALZADA: PULSA DEL 1 AL %1</translation>
    </message>
    <message>
        <source>Show of hands</source>
        <translation>Manos alzadas</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Keys that work now</source>
        <translation>Teclas que funcionan ahora</translation>
    </message>
</context>
<context>
    <name>HoldBadge</name>
    <message>
        <source>Picture held</source>
        <translation>Imagen congelada</translation>
    </message>
    <message>
        <source>Picture held · F goes on</source>
        <translation>Imagen congelada · F sigue</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>%1 could not be read. It is kept as it is, and the copy from one step before is used.</source>
        <translation>%1 no se pudo leer. Se conserva como está, y se usa la copia de un paso antes.</translation>
    </message>
    <message>
        <source>%1 could not be read. It is kept as it is, and your progress starts afresh.</source>
        <translation>%1 no se pudo leer. Se conserva como está, y tu avance empieza de nuevo.</translation>
    </message>
    <message>
        <source>%1 is from a newer version of the tutor. It is left alone, and your progress is not saved until the tutor is updated.</source>
        <translation>%1 es de una versión más nueva del tutor. No se toca, y tu avance no se guarda hasta que se actualice el tutor.</translation>
    </message>
    <message>
        <source>%1 was damaged. It is kept as %2, and the copy from one step before is used.</source>
        <translation>%1 estaba dañado. Se conserva como %2, y se usa la copia de un paso antes.</translation>
    </message>
    <message>
        <source>%1 was damaged. It is kept as %2, and your progress starts afresh.</source>
        <translation>%1 estaba dañado. Se conserva como %2, y tu avance empieza de nuevo.</translation>
    </message>
    <message>
        <source>%1 was missing; the copy from one step before is used.</source>
        <translation>Faltaba %1; se usa la copia de un paso antes.</translation>
    </message>
    <message>
        <source>Nothing can be saved in %1: %2. What you choose holds until the tutor is closed.</source>
        <translation>No se puede guardar nada en %1: %2. Lo que elijas vale hasta que se cierre el tutor.</translation>
    </message>
    <message>
        <source>your folder</source>
        <translation>tu carpeta</translation>
    </message>
</context>
<context>
    <name>KeyCard</name>
    <message>
        <source>%1 already does this.</source>
        <translation>%1 ya hace esto.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”. Take it from there?</source>
        <translation>%1 es la tecla de «%2». ¿Se la quitas?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: no key</source>
        <translation>%1: sin tecla</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Cambiar teclas</translation>
    </message>
    <message>
        <source>Every command gets its usual keys again, and what you chose is forgotten.</source>
        <translation>Cada comando vuelve a tener sus teclas habituales, y lo que elegiste se olvida.</translation>
    </message>
    <message>
        <source>Every command has its usual keys.</source>
        <translation>Cada comando tiene sus teclas habituales.</translation>
    </message>
    <message>
        <source>Gives this command its usual keys again.</source>
        <translation>Devuelve a este comando sus teclas habituales.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Dejar lo mío</translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation>Dejarla ahí</translation>
    </message>
    <message>
        <source>Letters, digits and signs are switched off at present.</source>
        <translation>Ahora las letras, cifras y signos no hacen nada.</translation>
    </message>
    <message>
        <source>Press the new key. Esc leads back to the list.</source>
        <translation>Pulsa la tecla nueva. Esc vuelve a la lista.</translation>
    </message>
    <message>
        <source>Take %1 from “%2”</source>
        <translation>Quitar %1 a «%2»</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Quitársela</translation>
    </message>
    <message>
        <source>This key has no name that could be kept; take another one.</source>
        <translation>Esta tecla no tiene un nombre que se pueda guardar; usa otra.</translation>
    </message>
    <message>
        <source>This key stays.</source>
        <translation>Esta tecla se queda.</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Teclas habituales</translation>
    </message>
    <message>
        <source>Usual keys for everything…</source>
        <translation>Teclas habituales para todo…</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>New key</source>
        <translation>Tecla nueva</translation>
    </message>
    <message>
        <source>Press a key here</source>
        <translation>Pulsa aquí una tecla</translation>
    </message>
    <message>
        <source>Press the key. Esc leads back, Tab leads on.</source>
        <translation>Pulsa la tecla. Esc vuelve atrás, Tab sigue adelante.</translation>
    </message>
</context>
<context>
    <name>KeyStrip</name>
    <message>
        <source>Key poses</source>
        <translation>Posturas clave</translation>
    </message>
</context>
<context>
    <name>LayerBar</name>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
</context>
<context>
    <name>LessonHead</name>
    <message>
        <source>LESSON %1 OF %2</source>
        <translation>LECCIÓN %1 DE %2</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Paso %1 de %2</translation>
    </message>
    <message>
        <source>TO BEGIN WITH</source>
        <translation>PARA EMPEZAR</translation>
    </message>
</context>
<context>
    <name>LessonPane</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lección</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Lección siguiente</translation>
    </message>
</context>
<context>
    <name>LessonText</name>
    <message>
        <source>Text of this step</source>
        <translation>Texto de este paso</translation>
    </message>
</context>
<context>
    <name>LoadSection</name>
    <message>
        <source>Load</source>
        <translation>Carga</translation>
    </message>
    <message>
        <source>The usual load</source>
        <translation>La carga habitual</translation>
    </message>
    <message>
        <source>Usual load</source>
        <translation>Carga habitual</translation>
    </message>
    <message>
        <source>Where the load is</source>
        <translation>Dónde está la carga</translation>
    </message>
    <message>
        <source>Where…</source>
        <translation>Dónde…</translation>
    </message>
</context>
<context>
    <name>MenuStrip</name>
    <message>
        <source>&amp;Menu</source>
        <translation>&amp;Menú</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menús</translation>
    </message>
</context>
<context>
    <name>MirrorFrame</name>
    <message>
        <source>What the audience sees</source>
        <translation>Lo que ve el público</translation>
    </message>
</context>
<context>
    <name>ModeBar</name>
    <message>
        <source>Learn</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <source>Learn, train or present</source>
        <translation>Aprender, entrenar o presentar</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Presentar</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entrenar</translation>
    </message>
</context>
<context>
    <name>MuscleRoll</name>
    <message>
        <source>Difference of efforts</source>
        <translation>Diferencia de esfuerzos</translation>
    </message>
    <message>
        <source>Difference of efforts: the second figure minus the first</source>
        <translation>Diferencia de esfuerzos: la segunda figura menos la primera</translation>
    </message>
    <message>
        <source>Difference of muscle work over the repetition</source>
        <translation>Diferencia de trabajo muscular durante la repetición</translation>
    </message>
    <message>
        <source>Muscle work over the repetition</source>
        <translation>Trabajo muscular durante la repetición</translation>
    </message>
</context>
<context>
    <name>OpacitySlider</name>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>Opacity of the figures on top</source>
        <translation>Opacidad de las figuras de encima</translation>
    </message>
    <message>
        <source>Opacity of the figures on top, in tenths</source>
        <translation>Opacidad de las figuras de encima, en décimas</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
</context>
<context>
    <name>PaceSection</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>%1: longer</source>
        <translation>%1: más largo</translation>
    </message>
    <message>
        <source>%1: shorter</source>
        <translation>%1: más corto</translation>
    </message>
    <message>
        <source>At the bottom</source>
        <translation>Abajo</translation>
    </message>
    <message>
        <source>At the top</source>
        <translation>Arriba</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profundidad</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajada</translation>
    </message>
    <message>
        <source>Tempo and depth</source>
        <translation>Ritmo y profundidad</translation>
    </message>
    <message>
        <source>Tempo: %1</source>
        <translation>Ritmo: %1</translation>
    </message>
    <message>
        <source>The usual tempo</source>
        <translation>El ritmo habitual</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subida</translation>
    </message>
    <message>
        <source>Usual tempo</source>
        <translation>Ritmo habitual</translation>
    </message>
    <message>
        <source>as low as the others&apos; hands</source>
        <translation>tan abajo como las manos de las otras</translation>
    </message>
    <message>
        <source>of its own way down</source>
        <translation>de su propio recorrido hacia abajo</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>The page as it will be printed</source>
        <translation>La página tal como se imprimirá</translation>
    </message>
</context>
<context>
    <name>PartView</name>
    <message>
        <source>Close card</source>
        <translation>Cerrar ficha</translation>
    </message>
    <message>
        <source>Close card (Esc)</source>
        <translation>Cerrar ficha (Esc)</translation>
    </message>
</context>
<context>
    <name>PhaseBar</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Place in the repetition, percent</source>
        <translation>Lugar en la repetición, por ciento</translation>
    </message>
    <message>
        <source>held still</source>
        <translation>quieta</translation>
    </message>
</context>
<context>
    <name>PhaseStrip</name>
    <message>
        <source>Phases</source>
        <translation>Fases</translation>
    </message>
</context>
<context>
    <name>PhotoBar</name>
    <message>
        <source>Closer to the photo</source>
        <translation>Más cerca de la foto</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figura</translation>
    </message>
    <message>
        <source>Further from the photo</source>
        <translation>Más lejos de la foto</translation>
    </message>
    <message>
        <source>Opacity of the figure over the photo</source>
        <translation>Opacidad de la figura sobre la foto</translation>
    </message>
    <message>
        <source>Opacity of the figure over the photo, in tenths</source>
        <translation>Opacidad de la figura sobre la foto, en décimas</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>The target over the photo instead of the client</source>
        <translation>El modelo sobre la foto en lugar del cliente</translation>
    </message>
    <message>
        <source>The whole photo again</source>
        <translation>Otra vez la foto entera</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Entera</translation>
    </message>
</context>
<context>
    <name>PhotoBody</name>
    <message>
        <source>The client&apos;s body</source>
        <translation>El cuerpo del cliente</translation>
    </message>
    <message>
        <source>Use these proportions</source>
        <translation>Usar estas proporciones</translation>
    </message>
</context>
<context>
    <name>PhotoPane</name>
    <message>
        <source>Back to the photo</source>
        <translation>Volver a la foto</translation>
    </message>
    <message>
        <source>Beside the target</source>
        <translation>Junto al modelo</translation>
    </message>
    <message>
        <source>Choose a photo…</source>
        <translation>Elegir una foto…</translation>
    </message>
    <message>
        <source>Close and forget the photo</source>
        <translation>Cerrar y olvidar la foto</translation>
    </message>
    <message>
        <source>Close and forget the photo (Esc)</source>
        <translation>Cerrar y olvidar la foto (Esc)</translation>
    </message>
    <message>
        <source>Forget this photo</source>
        <translation>Olvidar esta foto</translation>
    </message>
    <message>
        <source>Lays a line on the photo; put it along the floor</source>
        <translation>Pone una línea sobre la foto; colócala a lo largo del suelo</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Pegar una imagen</translation>
    </message>
    <message>
        <source>Paste a picture (Ctrl+V)</source>
        <translation>Pegar una imagen (Ctrl+V)</translation>
    </message>
    <message>
        <source>Save with its marks…</source>
        <translation>Guardar con marcas…</translation>
    </message>
    <message>
        <source>The camera was tilted</source>
        <translation>Cámara inclinada</translation>
    </message>
    <message>
        <source>The photo</source>
        <translation>La foto</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Deshacer (Ctrl+Z)</translation>
    </message>
</context>
<context>
    <name>PhotoResult</name>
    <message>
        <source>What the photo says</source>
        <translation>Lo que dice la foto</translation>
    </message>
</context>
<context>
    <name>PhotoView</name>
    <message>
        <source>Floor line, left end</source>
        <translation>Línea del suelo, extremo izquierdo</translation>
    </message>
    <message>
        <source>Floor line, right end</source>
        <translation>Línea del suelo, extremo derecho</translation>
    </message>
</context>
<context>
    <name>PlotPane</name>
    <message>
        <source>Close plots</source>
        <translation>Cerrar gráficos</translation>
    </message>
    <message>
        <source>Plot: %1</source>
        <translation>Gráfico: %1</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>Save data…</source>
        <translation>Guardar datos…</translation>
    </message>
</context>
<context>
    <name>PlotView</name>
    <message>
        <source>Plot: %1</source>
        <translation>Gráfico: %1</translation>
    </message>
</context>
<context>
    <name>PointerSheet</name>
    <message>
        <source>Pointer</source>
        <translation>Puntero</translation>
    </message>
</context>
<context>
    <name>PosePane</name>
    <message>
        <source>Drag a joint, or move a slider: the body follows and keeps standing.</source>
        <translation>Arrastra una articulación o mueve un control: el cuerpo la sigue y sigue de pie.</translation>
    </message>
    <message>
        <source>End editing</source>
        <translation>Terminar la edición</translation>
    </message>
    <message>
        <source>End editing (Esc)</source>
        <translation>Terminar la edición (Esc)</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>Postura</translation>
    </message>
</context>
<context>
    <name>PoseSection</name>
    <message>
        <source>Handles</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Handles at the joints</source>
        <translation>Puntos en las articulaciones</translation>
    </message>
    <message>
        <source>Let the posed figure move again</source>
        <translation>Que la figura vuelva a moverse</translation>
    </message>
    <message>
        <source>Move again</source>
        <translation>Mover otra vez</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>Postura</translation>
    </message>
</context>
<context>
    <name>PoseSliders</name>
    <message>
        <source>%1, degrees</source>
        <translation>%1, grados</translation>
    </message>
</context>
<context>
    <name>PracticeCard</name>
    <message>
        <source>Face the other way</source>
        <translation>Mirar hacia el otro lado</translation>
    </message>
    <message>
        <source>Fewer repetitions</source>
        <translation>Menos repeticiones</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>More repetitions</source>
        <translation>Más repeticiones</translation>
    </message>
    <message>
        <source>No player for sounds was found here; the bar shows each phase instead.</source>
        <translation>Aquí no se encontró nada que reproduzca sonidos; la barra muestra cada fase.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Una vez más</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Tick at each phase</source>
        <translation>Un tic en cada fase</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>All preferences</source>
        <translation>Todas las preferencias</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Cambiar teclas…</translation>
    </message>
    <message>
        <source>Find a preference</source>
        <translation>Buscar una preferencia</translation>
    </message>
    <message>
        <source>Nothing has this word.</source>
        <translation>Nada tiene esta palabra.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>The key of every command</source>
        <translation>La tecla de cada comando</translation>
    </message>
    <message>
        <source>Type to find</source>
        <translation>Escribe para buscar</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Dónde se guarda</translation>
    </message>
</context>
<context>
    <name>PresentView</name>
    <message>
        <source>Presentation</source>
        <translation>Presentación</translation>
    </message>
</context>
<context>
    <name>Presenting</name>
    <message>
        <source>A lesson is being presented</source>
        <translation>Se está presentando una lección</translation>
    </message>
    <message>
        <source>The audience&apos;s screen is gone, and the picture is paused. F5 shows it here.</source>
        <translation>La pantalla del público ya no está, y la imagen está en pausa. F5 la muestra aquí.</translation>
    </message>
    <message>
        <source>The audience&apos;s screen is gone. The picture is on another one, paused.</source>
        <translation>La pantalla del público ya no está. La imagen está en otra, en pausa.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Kept.</source>
        <translation>Anotada.</translation>
    </message>
    <message>
        <source>Kept. Next shows it.</source>
        <translation>Anotada. «Siguiente» lo muestra.</translation>
    </message>
</context>
<context>
    <name>RecordingAsked</name>
    <message>
        <source>Body mass</source>
        <translation>Masa del cuerpo</translation>
    </message>
    <message>
        <source>Held against</source>
        <translation>Comparado con</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Carga</translation>
    </message>
    <message>
        <source>Load, %1</source>
        <translation>Carga, %1</translation>
    </message>
</context>
<context>
    <name>RecordingPane</name>
    <message>
        <source>Another recording…</source>
        <translation>Otra grabación…</translation>
    </message>
    <message>
        <source>Back to the lesson</source>
        <translation>Volver a la lección</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Close the recording</source>
        <translation>Cerrar la grabación</translation>
    </message>
    <message>
        <source>Close the recording (Esc)</source>
        <translation>Cerrar la grabación (Esc)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Next repetition</source>
        <translation>Repetición siguiente</translation>
    </message>
    <message>
        <source>Reading the recording. Everything else goes on meanwhile.</source>
        <translation>Leyendo la grabación. Lo demás sigue entretanto.</translation>
    </message>
    <message>
        <source>Repetition before</source>
        <translation>Repetición anterior</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrarla</translation>
    </message>
    <message>
        <source>Show the recording</source>
        <translation>Mostrar la grabación</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Dejar de leer</translation>
    </message>
    <message>
        <source>The recording</source>
        <translation>La grabación</translation>
    </message>
    <message>
        <source>The recording is read. Show it when you are ready.</source>
        <translation>La grabación está leída. Muéstrala cuando quieras.</translation>
    </message>
    <message>
        <source>The recording is read: “A recorded motion…” in the menu shows it.</source>
        <translation>La grabación está leída: “Un movimiento grabado…”, en el menú, la muestra.</translation>
    </message>
    <message>
        <source>The recording waits: “A recorded motion…” in the menu shows it again.</source>
        <translation>La grabación espera: “Un movimiento grabado…”, en el menú, la muestra de nuevo.</translation>
    </message>
</context>
<context>
    <name>ReferencePage</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back to the page before (Alt+Left)</source>
        <translation>Volver a la página anterior (Alt+Izquierda)</translation>
    </message>
    <message>
        <source>This page is not here. Everything else works without it; getting hinge-tutor again brings it back.</source>
        <translation>Esta página no está aquí. Todo lo demás funciona sin ella; al obtener hinge-tutor otra vez, vuelve.</translation>
    </message>
</context>
<context>
    <name>SandboxPane</name>
    <message>
        <source>Close the sandbox</source>
        <translation>Cerrar el taller</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Taller</translation>
    </message>
</context>
<context>
    <name>SayPart</name>
    <message>
        <source>3  Say this</source>
        <translation>3  Di esto</translation>
    </message>
    <message>
        <source>A rod along the back, at the deepest moment:</source>
        <translation>Una vara a lo largo de la espalda, en el momento más bajo:</translation>
    </message>
    <message>
        <source>As a picture</source>
        <translation>Como imagen</translation>
    </message>
    <message>
        <source>Said of the body</source>
        <translation>Dicha del cuerpo</translation>
    </message>
    <message>
        <source>The same cue in other words</source>
        <translation>La misma consigna con otras palabras</translation>
    </message>
    <message>
        <source>○  %1: %2 away</source>
        <translation>○  %1: a %2</translation>
    </message>
    <message>
        <source>●  %1: touches</source>
        <translation>●  %1: toca</translation>
    </message>
</context>
<context>
    <name>SceneSection</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the scene as text</source>
        <translation>Copiar la escena como texto</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Hacerlo otra vez</translation>
    </message>
    <message>
        <source>Open a scene from a file</source>
        <translation>Abrir una escena desde un archivo</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Paste a scene from text</source>
        <translation>Pegar una escena desde texto</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Save the scene to a file</source>
        <translation>Guardar la escena en un archivo</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Escena</translation>
    </message>
    <message>
        <source>The figures of the lesson again</source>
        <translation>Otra vez las figuras de la lección</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Deshacer el último cambio</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>Progress</source>
        <translation>Avance</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Esc goes back to the lesson.</source>
        <translation>Esc vuelve a la lección.</translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>Why, and how we know</source>
        <translation>Por qué, y cómo lo sabemos</translation>
    </message>
</context>
<context>
    <name>StageView</name>
    <message>
        <source>Stage</source>
        <translation>Escenario</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Close message</source>
        <translation>Cerrar mensaje</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
</context>
<context>
    <name>StillButton</name>
    <message>
        <source>Now here</source>
        <translation>Ahora aquí</translation>
    </message>
</context>
<context>
    <name>TalkLine</name>
    <message>
        <source>%1 ahead</source>
        <translation>%1 de ventaja</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 de retraso</translation>
    </message>
    <message>
        <source>Begins to take time anew</source>
        <translation>Empieza a contar el tiempo otra vez</translation>
    </message>
    <message>
        <source>From 0:00</source>
        <translation>Desde 0:00</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Stop the clock</source>
        <translation>Parar el reloj</translation>
    </message>
    <message>
        <source>Time taken: %1</source>
        <translation>Tiempo: %1</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>a tiempo</translation>
    </message>
    <message>
        <source>planned: %1 min</source>
        <translation>previsto: %1 min</translation>
    </message>
</context>
<context>
    <name>TechniqueMap</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>%1, percent</source>
        <translation>%1, por ciento</translation>
    </message>
    <message>
        <source>What fills the technique map</source>
        <translation>Qué llena el mapa de técnica</translation>
    </message>
</context>
<context>
    <name>TechniquePane</name>
    <message>
        <source>Close the technique map</source>
        <translation>Cerrar el mapa de técnica</translation>
    </message>
    <message>
        <source>Close the technique map (Esc)</source>
        <translation>Cerrar el mapa de técnica (Esc)</translation>
    </message>
    <message>
        <source>Whose technique</source>
        <translation>De quién es la técnica</translation>
    </message>
</context>
<context>
    <name>TempoBar</name>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
</context>
<context>
    <name>ToldCard</name>
    <message>
        <source>Show me again</source>
        <translation>Muéstramelo otra vez</translation>
    </message>
</context>
<context>
    <name>TrainBody</name>
    <message>
        <source>1  This body</source>
        <translation>1  Este cuerpo</translation>
    </message>
    <message>
        <source>A name, if you like</source>
        <translation>Un nombre, si quieres</translation>
    </message>
    <message>
        <source>Ankle</source>
        <translation>Tobillo</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Fingertips come to: %1</source>
        <translation>Los dedos llegan a: %1</translation>
    </message>
    <message>
        <source>Fingertips, knees straight</source>
        <translation>Dedos, rodillas rectas</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Suelo</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>Rodilla</translation>
    </message>
    <message>
        <source>Knee to wall</source>
        <translation>Rodilla a la pared</translation>
    </message>
    <message>
        <source>Known bodies…</source>
        <translation>Cuerpos…</translation>
    </message>
    <message>
        <source>Known body: %1</source>
        <translation>Cuerpo conocido: %1</translation>
    </message>
    <message>
        <source>Mid-shin</source>
        <translation>Media espinilla</translation>
    </message>
    <message>
        <source>Name of the client</source>
        <translation>Nombre del cliente</translation>
    </message>
    <message>
        <source>Thigh to trunk</source>
        <translation>Muslo y tronco</translation>
    </message>
    <message>
        <source>Toes from the wall that the knee touches: the ankle bends %1°.</source>
        <translation>De los dedos a la pared que toca la rodilla: el tobillo se flexiona %1°.</translation>
    </message>
</context>
<context>
    <name>TrainHead</name>
    <message>
        <source>%1, and beside it %2</source>
        <translation>%1 y, al lado, %2</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>Volver a hoy</translation>
    </message>
    <message>
        <source>Clients…</source>
        <translation>Clientes…</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Compare dates…</source>
        <translation>Comparar fechas…</translation>
    </message>
    <message>
        <source>Hand-out</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Cliente nuevo</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Body and faults</source>
        <translation>Cuerpo y fallos</translation>
    </message>
    <message>
        <source>Cue and drill</source>
        <translation>Consigna y ejercicio</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entrenar</translation>
    </message>
</context>
<context>
    <name>TrainStage</name>
    <message>
        <source>How much of it, in tenths</source>
        <translation>Cuánto, en décimas</translation>
    </message>
    <message>
        <source>Key poses</source>
        <translation>Posturas clave</translation>
    </message>
    <message>
        <source>Less of it</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Espejo</translation>
    </message>
    <message>
        <source>More of it</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Practice along</source>
        <translation>Practicar juntos</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>Velocidad %1</translation>
    </message>
</context>
<context>
    <name>TrainTiles</name>
    <message>
        <source>2  What you saw</source>
        <translation>2  Lo que viste</translation>
    </message>
    <message>
        <source>Another movement</source>
        <translation>Otro movimiento</translation>
    </message>
    <message>
        <source>Movement: %1</source>
        <translation>Movimiento: %1</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Faster</source>
        <translation>Más rápido</translation>
    </message>
    <message>
        <source>Last key pose</source>
        <translation>Postura clave anterior</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Repetir sin fin</translation>
    </message>
    <message>
        <source>Next key pose</source>
        <translation>Postura clave siguiente</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Reproducción</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Slow motion, %1</source>
        <translation>Cámara lenta, %1</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Más lento</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>Velocidad %1</translation>
    </message>
</context>
<context>
    <name>TroubleCard</name>
    <message>
        <source>Copied, without the names of your folders.</source>
        <translation>Copiado, sin los nombres de tus carpetas.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Ocultar detalles</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Opens the folder in which the log is.</source>
        <translation>Abre la carpeta en la que está el registro.</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Mostrar detalles</translation>
    </message>
    <message>
        <source>Something went otherwise than planned. The tutor goes on.</source>
        <translation>Algo salió distinto de lo previsto. El tutor sigue.</translation>
    </message>
    <message>
        <source>That should not have happened</source>
        <translation>Eso no tendría que haber pasado</translation>
    </message>
    <message>
        <source>What happened is written down in %1.</source>
        <translation>Lo que pasó está escrito en %1.</translation>
    </message>
</context>
<context>
    <name>TryPart</name>
    <message>
        <source>4  Try this</source>
        <translation>4  Prueba esto</translation>
    </message>
    <message>
        <source>A note for next time</source>
        <translation>Una nota para la próxima vez</translation>
    </message>
    <message>
        <source>Down in one second less</source>
        <translation>Bajar en un segundo menos</translation>
    </message>
    <message>
        <source>Down in one second more</source>
        <translation>Bajar en un segundo más</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Tempo: %1</source>
        <translation>Tempo: %1</translation>
    </message>
    <message>
        <source>Tempo: down, hold, up, stand</source>
        <translation>Ritmo: bajar, parar, subir, de pie</translation>
    </message>
    <message>
        <source>The same, slowly, with %1.</source>
        <translation>Lo mismo, despacio, con %1.</translation>
    </message>
</context>
<context>
    <name>UsualRow</name>
    <message>
        <source>Colors, text size and everything else here become as they were at the first start. Your language, keys, lesson packs and progress stay.</source>
        <translation>Los colores, el tamaño del texto y todo lo demás de aquí vuelven a ser como al principio. Tu idioma, tus teclas, tus paquetes de lecciones y tu avance se quedan.</translation>
    </message>
    <message>
        <source>Everything is as at the first start.</source>
        <translation>Todo está como al principio.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Dejar lo mío</translation>
    </message>
    <message>
        <source>Usual preferences</source>
        <translation>Preferencias habituales</translation>
    </message>
    <message>
        <source>Usual preferences…</source>
        <translation>Preferencias habituales…</translation>
    </message>
</context>
</TS>
