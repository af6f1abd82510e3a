// The block in the editor: its settings beside it, and the calculator itself, whose switches write the scenario.
( function ( wp, told ) {
	const { createElement: el, Fragment, useEffect, useRef, useState } = wp.element;
	const { __ } = wp.i18n;
	const { registerBlockType, createBlock } = wp.blocks;
	const { InspectorControls, PanelColorSettings, useBlockProps } = wp.blockEditor;
	const { CheckboxControl, ComboboxControl, ExternalLink, PanelBody, Placeholder, SelectControl, TextControl } = wp.components;

	const name = 'lawgrade/calculator';
	const everything = [ 'panel', 'provisions', 'tools' ];
	const views = [ 'ranking', 'spread', 'who', 'map', 'years' ];
	const first = 'pic-2019/ct-2019';

	// The same as lawgrade_address() in includes/address.php.
	function addressIn( typed ) {
		const text = typed.trim().replaceAll( '%23', '#' );
		const address = text.slice( text.indexOf( '#' ) + 1 );
		return text.length <= 20000 && /^[A-Za-z0-9][\w.,/=:@%+-]*$/.test( address ) && ! address.includes( '://' ) ? address : '';
	}

	// The same as lawgrade_of_link() there: what a link of the calculator shows.
	function ofLink( typed ) {
		const text = typed.trim().replaceAll( '%23', '#' );
		const bare = ( link ) => link.replace( /^https?:/i, '' );
		const home = bare( told.home );
		if ( ! home || ! bare( text ).toLowerCase().startsWith( home.toLowerCase() ) ) return undefined;
		const [ file, ...rest ] = bare( text ).slice( home.length ).split( '#' );
		let page = file.replace( /\?.*$/, '' ).replace( /\.html$/, '' );
		const lang = told.languages.find( ( id ) => page === id || page.endsWith( `.${ id }` ) ) ?? '';
		if ( lang ) page = page === lang ? '' : page.slice( 0, -1 - lang.length );
		const address = addressIn( rest.join( '#' ) );
		const scenario = address.includes( '/' );
		if ( [ '', 'index', 'cards' ].includes( page ) ) return scenario ? { address, lang } : undefined;
		if ( [ 'connecticut', 'embed' ].includes( page ) ) return { address: scenario ? address : first, lang };
		const [ , framework, subject ] = /^frameworks\/(?:embed-)?([a-z0-9-]+)(?:\/([a-z0-9-]+))?$/.exec( page ) ?? [];
		if ( ! told.frameworks.includes( framework ) ) return undefined;
		if ( scenario ) return { address, lang };
		if ( subject ) return { address: `${ framework }/${ subject }`, lang };
		return { address: '', framework, view: views.includes( address ) ? address : 'ranking', lang };
	}

	// The same as lawgrade_page() there.
	function page( { address, framework, view, lang }, inFrame ) {
		const id = address.split( /[@/]/ )[ 0 ] || framework;
		const own = told.frameworks.includes( id );
		const stem = own ? `frameworks/${ inFrame ? 'embed-' : '' }${ id }` : inFrame ? 'embed' : 'connecticut';
		const spoken = lang || told.language;
		const link = new URL( told.languages.includes( spoken ) ? `${ stem }.${ spoken }.html` : `${ stem }.html`, told.home );
		link.hash = address || ( view === 'ranking' && ! inFrame ? 'overview' : view );
		return link;
	}

	function frame( attributes ) {
		const link = page( attributes, true );
		const { view, parts, theme, accent, address } = attributes;
		const asked = { host: window.location.origin, view: address ? '' : view, parts, theme, style: accent && `accent:${ accent }` };
		for ( const [ key, value ] of Object.entries( asked ) ) if ( value ) link.searchParams.set( key, value );
		return link.href;
	}

	// What stands in the post for readers where the plugin is gone.
	const kept = ( attributes ) => ( { link: page( attributes ).href, label: __( 'Open the calculator', 'lawgrade' ) } );

	// The calculator as readers will have it. `onScenario` hears which scenario its switches make.
	function Preview( { attributes, onScenario } ) {
		const [ height, setHeight ] = useState( 640 );
		const place = useRef();
		const begun = useRef( {} );
		const hears = useRef();
		hears.current = onScenario;
		// What was switched inside is shown already; whatever else changes is shown anew.
		const { address, framework, view, parts, theme, lang, accent } = attributes;
		const settings = JSON.stringify( [ framework, view, parts, theme, lang, accent ] );
		if ( begun.current.settings !== settings || ( address !== begun.current.address && address !== begun.current.heard ) ) begun.current = { settings, address };
		const source = frame( { ...attributes, address: begun.current.address } );
		useEffect( () => {
			// The editor may be in a frame of its own.
			const around = place.current.ownerDocument.defaultView;
			const hear = ( { source: from, data } ) => {
				if ( from !== place.current?.contentWindow || data?.lawgrade !== 1 ) return;
				if ( data.type === 'resize' && data.height > 0 ) setHeight( Math.min( Math.ceil( data.height ), 30000 ) );
				if ( data.type !== 'change' || typeof data.address !== 'string' ) return;
				const before = begun.current.told;
				begun.current.told = data.address;
				// What it begins with is no news.
				if ( before === undefined || before === data.address ) return;
				begun.current.heard = data.address;
				hears.current( data.address );
			};
			around.addEventListener( 'message', hear );
			return () => around.removeEventListener( 'message', hear );
		}, [] );
		return el( 'iframe', {
			ref: place,
			key: source,
			src: source,
			title: __( 'Lawgrade: what a change in the law would do to its grade', 'lawgrade' ),
			style: { display: 'block', width: '100%', height: `${ height }px`, border: 0 },
			onLoad: ( { target } ) => target.contentWindow?.postMessage( { lawgrade: 1, version: 2, type: 'hello' }, '*' ),
		} );
	}

	// A scenario as it is typed: it counts once it can be one.
	function Scenario( { address, onChange } ) {
		const [ typed, setTyped ] = useState( address );
		useEffect( () => setTyped( address ), [ address ] );
		const understood = typed.trim() === '' || addressIn( typed ).includes( '/' );
		return el( TextControl, {
			__nextHasNoMarginBottom: true,
			__next40pxDefaultSize: true,
			label: __( 'Scenario to begin with', 'lawgrade' ),
			help: understood
				? __( 'Switch provisions in the calculator, and the scenario is written here. Or paste the link of one.', 'lawgrade' )
				: __( 'This is no scenario: paste the whole link of one.', 'lawgrade' ),
			value: typed,
			onChange: ( text ) => {
				setTyped( text );
				const shown = ofLink( text ) ?? { address: addressIn( text ) };
				if ( shown.address?.includes( '/' ) ) onChange( { address: shown.address, framework: '', view: '' } );
			},
		} );
	}

	function Settings( { attributes, change } ) {
		const { address, parts, theme, lang, accent } = attributes;
		// Whatever edition of the rules the address is of.
		const card = ( /^[^/]+\/[^/]+/.exec( address )?.[ 0 ] ?? '' ).replace( /@\d+/, '' );
		const short = parts === 'short';
		const shown = parts && ! short ? parts.split( ' ' ) : everything;
		const part = ( id, label ) =>
			el( CheckboxControl, {
				__nextHasNoMarginBottom: true,
				key: id,
				label,
				checked: shown.includes( id ),
				// Nothing at all would be an empty place.
				disabled: short || ( shown.length === 1 && shown.includes( id ) ),
				onChange: ( on ) => {
					const rest = everything.filter( ( other ) => ( other === id ? on : shown.includes( other ) ) );
					change( { parts: rest.length === everything.length ? '' : rest.join( ' ' ) } );
				},
			} );
		const select = ( label, value, options, onChange ) =>
			el( SelectControl, { __nextHasNoMarginBottom: true, __next40pxDefaultSize: true, label, value, options, onChange } );
		return el(
			InspectorControls,
			null,
			el(
				PanelBody,
				{ title: __( 'Card and scenario', 'lawgrade' ) },
				el( ComboboxControl, {
					__nextHasNoMarginBottom: true,
					__next40pxDefaultSize: true,
					label: __( 'Card', 'lawgrade' ),
					value: card,
					options: told.cards,
					allowReset: false,
					onChange: ( value ) => value && change( { address: value, framework: '', view: '' } ),
				} ),
				el( Scenario, { address, onChange: change } )
			),
			el(
				PanelBody,
				{ title: __( 'What it shows', 'lawgrade' ) },
				// Only Connecticut's card has a short form.
				card === first &&
					el( CheckboxControl, {
						__nextHasNoMarginBottom: true,
						label: __( 'Short, for an article: the grade and the three provisions worth most', 'lawgrade' ),
						checked: short,
						onChange: ( on ) => change( { parts: on ? 'short' : '' } ),
					} ),
				part( 'panel', __( 'The grade', 'lawgrade' ) ),
				part( 'provisions', __( 'The provisions', 'lawgrade' ) ),
				part( 'tools', __( 'The tools: ways to a better grade, saved scenarios, sharing', 'lawgrade' ) ),
				select(
					__( 'Language', 'lawgrade' ),
					lang,
					[ { value: '', label: __( 'As your page', 'lawgrade' ) }, { value: 'en', label: 'English' }, { value: 'es', label: 'Español' } ],
					( value ) => change( { lang: value } )
				)
			),
			el(
				PanelBody,
				{ title: __( 'How it looks', 'lawgrade' ) },
				select(
					__( 'Light or dark', 'lawgrade' ),
					theme,
					[
						{ value: '', label: __( 'As your page', 'lawgrade' ) },
						{ value: 'light', label: __( 'Light', 'lawgrade' ) },
						{ value: 'dark', label: __( 'Dark', 'lawgrade' ) },
						{ value: 'system', label: __( 'As the reader’s system', 'lawgrade' ) },
					],
					( value ) => change( { theme: value } )
				)
			),
			el( PanelColorSettings, {
				title: __( 'Main colour', 'lawgrade' ),
				initialOpen: false,
				colorSettings: [ { label: __( 'Main colour', 'lawgrade' ), value: accent || undefined, onChange: ( value ) => change( { accent: /^#[\da-f]{6}$/i.test( value ?? '' ) ? value : '' } ) } ],
			} )
		);
	}

	function Edit( { attributes, setAttributes, isSelected } ) {
		const around = useBlockProps();
		const change = ( changed ) => {
			const all = { ...attributes, ...changed };
			setAttributes( { ...changed, ...kept( all ) } );
		};
		useEffect( () => {
			if ( told.home && ! attributes.link ) setAttributes( kept( attributes ) );
		}, [] );
		if ( ! told.home ) {
			const help = __( 'Nobody has said yet where the calculator is.', 'lawgrade' );
			const link = told.settings && el( ExternalLink, { href: told.settings }, __( 'Set its address', 'lawgrade' ) );
			return el( 'div', around, el( Placeholder, { icon: 'calculator', label: 'Lawgrade', instructions: help }, link ) );
		}
		// A press on a block chooses it first, as in WordPress’s own.
		const cover = ! isSelected && el( 'div', { style: { position: 'absolute', inset: 0 } } );
		return el(
			Fragment,
			null,
			el( Settings, { attributes, change } ),
			el(
				'div',
				{ ...around, style: { ...around.style, position: 'relative' } },
				el( Preview, { attributes, onScenario: ( address ) => change( { address } ) } ),
				cover
			)
		);
	}

	const ofPasted = ( text ) => {
		const shown = ofLink( text );
		const all = shown && { address: '', framework: '', view: '', lang: '', ...shown };
		return all && createBlock( name, { ...all, ...kept( all ) } );
	};

	registerBlockType( name, {
		edit: Edit,
		save: ( { attributes: { link, label } } ) => ( link ? el( 'p', useBlockProps.save(), el( 'a', { href: link }, label ) ) : null ),
		transforms: {
			from: [
				// Before WordPress’s own block for links, which has 10.
				{ type: 'raw', priority: 5, isMatch: ( node ) => node.nodeName === 'P' && /^\s*https?:\/\/\S+\s*$/i.test( node.textContent ) && Boolean( ofLink( node.textContent ) ), transform: ( node ) => ofPasted( node.textContent ) },
				{ type: 'block', blocks: [ 'core/embed' ], isMatch: ( { url } ) => Boolean( url && ofLink( url ) ), transform: ( { url } ) => ofPasted( url ) },
			],
		},
	} );
} )( window.wp, window.lawgradeEditor ?? { home: '', languages: [], frameworks: [], cards: [] } );
