<?php
/**
 * What the script of the block needs of WordPress.
 *
 * @package Lawgrade
 */

return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n' ),
	'version'      => '[[version]]',
);
